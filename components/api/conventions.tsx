import type { ReactNode } from "react";
import { apiUrl } from "@/lib/api/addresses";
import { basePath } from "@/lib/api/endpoint";
import { invalid, problemBody, problems } from "@/lib/api/problem";
import { quotaText } from "@/lib/api/quota";
import { routes } from "@/lib/site/routes";
import { Section } from "../ui/section";
import { Code, Listing } from "./code";

const limitHeaders = ["RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"];

const example = () =>
  problemBody(invalid([{ name: "colour", detail: "There is no parameter of this name." }]), `${basePath}/claims`);

/** What holds for every endpoint. */
export function Conventions() {
  return (
    <Section id="conventions" title="What holds everywhere">
      <Part title="Ids" id="ids">
        <p>
          Ids never change: a framework’s and a source’s is its slug, a claim’s is the framework’s slug, a dot and the
          claim’s. What is taken out of the catalogue is not found any more; its id is not given to anything else. Each
          thing names its address in the API (<Code>self</Code>) and its page for readers (<Code>page</Code>).
        </p>
        <p>
          Within version 1, fields and parameters are added, and never renamed or removed: take what you know and leave
          the rest. What nobody knows is <Code>null</Code>.
        </p>
      </Part>

      <Part title="Pages" id="pages">
        <p>
          A list answers <Code>data</Code>, <Code>total</Code> and <Code>next</Code>, the cursor to go on with;{" "}
          <Code>next</Code> is <Code>null</Code> on the last page. The address of the next page is in the header{" "}
          <Code>Link</Code> as well. Lists are sorted by id, so that nothing is left out or listed twice while the
          catalogue changes. A parameter that takes a list takes it repeated or with commas.
        </p>
      </Part>

      <Part title="Errors" id="errors">
        <p>
          Problems in JSON (RFC 9457, <Code>application/problem+json</Code>). A parameter that we don’t know is an error
          too, so that a misspelt filter is never passed over.
        </p>
        <Listing label="A problem">{JSON.stringify(example(), null, 2)}</Listing>
        <dl className="ledger mt-4">
          {problems.map(({ id, status, title, meaning }) => (
            <div
              key={id}
              id={`problem-${id}`}
              className="grid gap-x-6 py-2 target:bg-accent-soft sm:grid-cols-[14rem_1fr]"
            >
              <dt>
                <span className="font-mono">{status}</span> {title}
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </Part>

      <Part title="Limits" id="limits">
        <p>
          {quotaText}. Every answer says how many are left:{" "}
          {limitHeaders.map((name, index) => (
            <span key={name}>
              {index > 0 && ", "}
              <Code>{name}</Code>
            </span>
          ))}{" "}
          (seconds until they are counted anew). Over the limit the answer is 429, with <Code>Retry-After</Code>. For
          everything at once, take the dump: it is one request.
        </p>
      </Part>

      <Part title="Caching" id="caching">
        <p>
          Every answer has an <Code>ETag</Code>, a hash of its content. Send it back and unchanged content costs nothing
          but a 304. An answer counts as fresh for a minute.
        </p>
        <Listing label="Asking whether it has changed">{`curl -i -H 'If-None-Match: "…"' '${apiUrl("/frameworks/django")}'`}</Listing>
      </Part>

      <Part title="Other origins" id="origins">
        <p>
          Scripts of any site may read the API: it answers <Code>Access-Control-Allow-Origin: *</Code>, and never looks
          at cookies.
        </p>
      </Part>

      <Part title="Licences" id="licences">
        <p>
          Data that come from elsewhere stay under their licences, which ask at least to be named:{" "}
          <a href={routes.licences} className="link">
            data licences
          </a>
          . The dump carries them with the notices that have to be passed on.
        </p>
      </Part>
    </Section>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <div className="mt-8 max-w-3xl first:mt-0">
      <h3 id={id} className="text-xl">
        {title}
      </h3>
      <div className="mt-2 space-y-3">{children}</div>
    </div>
  );
}
