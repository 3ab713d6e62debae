import { type Parameter, valuesOf } from "@/lib/api/json-schema";
import { Scroll } from "../ui/scroll";
import { Code, Text } from "./code";

/** From so many values on they are folded away. */
const many = 24;

export function ParameterTable({ label, parameters }: { label: string; parameters: Parameter[] }) {
  return (
    <Scroll label={label} className="mt-3">
      <table className="w-full max-w-4xl text-sm">
        <caption className="eyebrow mb-1 text-left">Parameters</caption>
        <thead className="text-left text-muted">
          <tr className="border-b border-line-strong">
            {["Name", "Type", "Meaning"].map((head) => (
              <th key={head} scope="col" className="py-1.5 pr-6 font-medium">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parameters.map((parameter) => (
            <tr key={parameter.name} className="border-b border-line align-top">
              <th scope="row" className="whitespace-nowrap py-2 pr-6 text-left font-normal">
                <code className="font-mono text-sm">{parameter.name}</code>
                {parameter.required && <span className="block text-xs text-muted">required</span>}
              </th>
              <td className="py-2 pr-6 text-muted sm:whitespace-nowrap">{typeOf(parameter)}</td>
              <td className="min-w-64 py-2">
                <Text>{parameter.description}</Text>
                <Values values={valuesOf(parameter.schema)} />
                {parameter.example !== undefined && (
                  <span className="mt-1 block text-xs text-muted">
                    such as <Code>{[parameter.example].flat().join(",")}</Code>
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function typeOf({ schema, in: place }: Parameter): string {
  if (place === "path") return "in the path";
  if (schema.type === "array") return "list";
  const otherwise = schema.default === undefined ? "" : `, else ${schema.default}`;
  return schema.type === "integer" ? `${schema.minimum} to ${schema.maximum}${otherwise}` : `text${otherwise}`;
}

function Values({ values }: { values: string[] }) {
  if (values.length === 0) return null;
  const text = <span className="font-mono text-xs [overflow-wrap:anywhere]">{values.join(" · ")}</span>;
  return values.length < many ? (
    <span className="mt-1 block">{text}</span>
  ) : (
    <details className="mt-1">
      <summary className="text-xs text-muted">{values.length} values</summary>
      {text}
    </details>
  );
}
