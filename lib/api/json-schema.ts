import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { components } from "./schema.ts";

export type Json = Record<string, unknown>;

/** The parts of a parameter's schema that are looked at. */
interface ParameterSchema {
  type?: string;
  items?: ParameterSchema;
  enum?: string[];
  $ref?: string;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  default?: string | number;
}

type Example = string | number | string[];

export interface Parameter {
  name: string;
  in: "path" | "query";
  required: boolean;
  description: string;
  schema: ParameterSchema;
  example?: Example;
}

const componentsPath = "#/components/schemas/";

/** The named schemas. Answers may get more fields within this version, so objects stay open. */
export function componentSchemas(): Record<string, Json> {
  const { schemas } = z.toJSONSchema(components, { uri: (id) => `${componentsPath}${id}`, io: "input" });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, whole]) => {
      const { $schema: _, $id: __, ...schema } = whole;
      return [id, schema];
    }),
  );
}

export function reference(schema: z.ZodType): Json {
  const id = components.get(schema)?.id;
  if (id) return { $ref: `${componentsPath}${id}` };
  const { $schema: _, ...inline } = z.toJSONSchema(schema, { io: "input" });
  return inline;
}

/** Puts a reference in the place of a schema that has a name. */
function refer({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodType; jsonSchema: z.core.JSONSchema.BaseSchema }) {
  const id = components.get(zodSchema)?.id;
  if (!id) return;
  for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
  jsonSchema.$ref = `${componentsPath}${id}`;
}

const parameters = new WeakMap<Endpoint, Parameter[]>();

/** What an endpoint takes, in the path and in the query. */
export function parametersOf(endpoint: Endpoint): Parameter[] {
  const found = parameters.get(endpoint) ?? readParameters(endpoint);
  parameters.set(endpoint, found);
  return found;
}

function readParameters({ params, query }: Endpoint): Parameter[] {
  const read = (place: "path" | "query", object: z.ZodObject): Parameter[] => {
    const { properties = {}, required = [] } = z.toJSONSchema(object, { io: "input", override: refer });
    return Object.entries(properties).map(([name, property]) => {
      const {
        description = "",
        examples,
        ...schema
      } = property as ParameterSchema & { description?: string; examples?: Example[] };
      const example = examples?.[0] ?? schema.default;
      return {
        name,
        in: place,
        required: required.includes(name),
        description,
        schema,
        ...(example !== undefined && { example }),
      };
    });
  };
  return [...read("path", params), ...read("query", query)];
}

/** The values that a parameter, or each of its list, may have; none when it is free. */
export function valuesOf(schema: ParameterSchema): string[] {
  const one = schema.items ?? schema;
  const named = one.$ref && componentSchemas()[one.$ref.slice(componentsPath.length)];
  return (named ? (named as ParameterSchema) : one).enum ?? [];
}
