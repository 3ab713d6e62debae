import { expect, it } from "vitest";
import { readSettings } from "./settings.ts";

const read = (env: Record<string, string>) => readSettings(3000, { NEXTAUTH_SECRET: "x".repeat(32), ...env });

it("the site has a host of its own: an address with a path, or of another kind, is refused in words", () => {
  expect(read({ SITE_URL: "https://framewise.example/" }).SITE_URL).toBe("https://framewise.example");
  expect(() => read({ SITE_URL: "https://example.org/framewise" })).toThrow("must not have a path");
  for (const odd of ["ftp://framewise.example", "framewise.example", "javascript:alert(1)"])
    expect(() => read({ SITE_URL: odd }), odd).toThrow("SITE_URL is not an address");
});

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
