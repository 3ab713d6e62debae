import { apiUrl } from "@/lib/api/addresses";
import { basePath, type Endpoint } from "@/lib/api/endpoint";
import { exampleAnswer } from "@/lib/api/examples";
import { parametersOf } from "@/lib/api/json-schema";
import { Code, Listing } from "./code";
import { ParameterTable } from "./parameter-table";

/** One endpoint: its address, what it takes, and what it answers right now. */
export async function EndpointBlock({ endpoint }: { endpoint: Endpoint }) {
  const { id, path, summary, description, example, media } = endpoint;
  const parameters = parametersOf(endpoint);
  const answer = await exampleAnswer(endpoint);
  return (
    <article id={id} aria-labelledby={`${id}-title`} className="py-6 target:bg-accent-soft">
      <h3 id={`${id}-title`} className="text-xl">
        {summary}
      </h3>
      <p className="mt-1">
        <Code>
          GET {basePath}
          {path === "/" ? "" : path}
        </Code>{" "}
        <span className="text-sm text-muted">{media ?? "JSON"}</span>
      </p>
      <p className="mt-2 max-w-prose">{description}</p>
      {parameters.length > 0 && <ParameterTable label={`Parameters: ${summary}`} parameters={parameters} />}
      {answer && example && (
        <details className="mt-3">
          <summary className="text-sm text-muted">
            Example<span className="sr-only">: {summary}</span>
          </summary>
          <p className="mt-2 text-sm">
            <a href={apiUrl(example)} className="link font-mono [overflow-wrap:anywhere]">
              {basePath}
              {example}
            </a>
          </p>
          <div className="mt-2 max-w-4xl">
            <Listing label={`Answer: ${summary}`}>{answer}</Listing>
          </div>
        </details>
      )}
    </article>
  );
}
