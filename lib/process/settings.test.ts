import { expect, it } from "vitest";
import { readSettings } from "./settings.ts";

const read = (env: Record<string, string>) => readSettings(3000, { NEXTAUTH_SECRET: "x".repeat(32), ...env });

it.each([
  [{ DATABASE_REPLICA_URL: "replica:5432" }, "DATABASE_REPLICA_URL is not an address. It starts with postgresql://"],
  [
    { OTEL_EXPORTER_OTLP_ENDPOINT: "localhost:4318" },
    "OTEL_EXPORTER_OTLP_ENDPOINT is not an address. It starts with http://",
  ],
  [{ OTEL_TRACES_SAMPLER_ARG: "10%" }, "OTEL_TRACES_SAMPLER_ARG is the share of requests that is traced, from 0 to 1."],
  [{ OTEL_TRACES_SAMPLER_ARG: "1.5" }, "OTEL_TRACES_SAMPLER_ARG is the share"],
])("%o is refused in a sentence", (env: Record<string, string>, sentence) => {
  expect(() => read(env)).toThrow(sentence);
});

it("what is set to nothing isn't set, and what is right is taken", () => {
  const nothing = { DATABASE_REPLICA_URL: "", OTEL_EXPORTER_OTLP_ENDPOINT: "", OTEL_TRACES_SAMPLER_ARG: "" };
  const right = {
    DATABASE_REPLICA_URL: "postgresql://a@replica/framewise",
    OTEL_EXPORTER_OTLP_ENDPOINT: "http://localhost:4318",
    OTEL_TRACES_SAMPLER_ARG: "0.1",
  };
  for (const env of [nothing, right]) expect(read(env).SITE_URL).toBe("http://localhost:3000");
});
