import { apiUrl } from "@/lib/api/addresses";
import { tags } from "@/lib/api/endpoint";
import { endpoints } from "@/lib/api/endpoints";
import { routes } from "@/lib/site/routes";
import { Section } from "../ui/section";
import { Code, Listing } from "./code";
import { Conventions } from "./conventions";
import { EndpointBlock } from "./endpoint-block";

const anchorOf = (tag: string) => tag.toLowerCase().replaceAll(" ", "-");

/** How to use the API: made from the registry of endpoints that answers requests. */
export function DevelopersPage() {
  return (
    <>
      <h1 className="mt-10 text-5xl">Developers</h1>
      <p className="mt-2 max-w-prose text-muted">
        Everything that the pages show can be read by programs: with no key, from any origin, as JSON. This page is made
        from the same schemas that requests are checked with.
      </p>

      <Section id="start" title="To begin">
        <div className="max-w-3xl space-y-4">
          <p>The five Python frameworks with the most stars, each with its numbers:</p>
          <Listing label="A first request">{`curl '${apiUrl("/frameworks?language=Python&sort=-stars&limit=5")}'`}</Listing>
          <p>The cons of Django that a source disputes, each with who says so and where:</p>
          <Listing label="A second request">{`curl '${apiUrl("/frameworks/django/claims?kind=con&verdict=partly,disputed")}'`}</Listing>
          <p>
            The description in OpenAPI 3.1, from which clients can be generated:{" "}
            <a href={apiUrl("/openapi.json")} className="link">
              openapi.json
            </a>
            . All at once, to work with at home:{" "}
            <a href="#dump" className="link">
              the dump
            </a>
            .
          </p>
          <nav aria-label="On this page">
            <ul className="flex flex-wrap gap-x-5 gap-y-1">
              {tags.map(({ name }) => (
                <li key={name}>
                  <a href={`#${anchorOf(name)}`} className="link">
                    {name}
                  </a>
                </li>
              ))}
              <li>
                <a href="#conventions" className="link">
                  Pages, errors, limits, caching
                </a>
              </li>
              <li>
                <a href={routes.licences} className="link">
                  Data licences
                </a>
              </li>
            </ul>
          </nav>
        </div>
      </Section>

      {tags.map(({ name, description }) => (
        <Section key={name} id={anchorOf(name)} title={name} lead={description}>
          {name === "Dump" && (
            <div className="mb-6 max-w-3xl">
              <Listing label="Downloading the dump">{`curl -OJ '${apiUrl("/dump/framewise.json")}'`}</Listing>
              <p className="mt-2">
                Its version is the day and a hash of the content, and is in the file’s name and in <Code>version</Code>.
                The index lists the files with their hashes. Figures of surveys are apart, in <Code>usage</Code>,
                because their licence asks for share-alike.
              </p>
            </div>
          )}
          <div className="ledger">
            {endpoints
              .filter(({ tag }) => tag === name)
              .map((endpoint) => (
                <EndpointBlock key={endpoint.id} endpoint={endpoint} />
              ))}
          </div>
        </Section>
      ))}

      <Conventions />
    </>
  );
}
