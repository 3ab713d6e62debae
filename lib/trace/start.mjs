import { log } from "../log/log.mjs";
import { allowed } from "./allowed.mjs";
import { setTracer } from "./traced.mjs";

/** Milliseconds that the last traces may take on their way when the process ends. */
const patience = 2_000;

/**
 * Begins to send traces where OTEL_EXPORTER_OTLP_ENDPOINT says somebody collects them. What its standard settings say of
 * headers, the share that is sent and the service's name is followed.
 * @param {Record<string, string | undefined>} [env]
 * @returns {Promise<() => Promise<void>>} sends what is left
 */
export async function startTracing(env = process.env) {
  if (!env.OTEL_EXPORTER_OTLP_ENDPOINT) return async () => {};
  // What we fetch for ourselves, such as our own pages after a change, is no part of any request.
  process.env.NEXT_OTEL_FETCH_DISABLED = "1";
  const [api, sdk, { AsyncLocalStorageContextManager }, resources, { OTLPTraceExporter }] = await Promise.all([
    import("@opentelemetry/api"),
    import("@opentelemetry/sdk-trace"),
    import("@opentelemetry/context-async-hooks"),
    import("@opentelemetry/resources"),
    import("@opentelemetry/exporter-trace-otlp-http"),
  ]);
  const exporter = new OTLPTraceExporter();
  let reachable = true;
  const share = Number(env.OTEL_TRACES_SAMPLER_ARG || 1);
  const provider = new sdk.TracerProvider({
    resource: resources
      .defaultResource()
      .merge(resources.resourceFromAttributes({ "service.name": "framewise" }))
      .merge(resources.detectResources({ detectors: [resources.envDetector] })),
    sampler: new sdk.ParentBasedSampler({ root: new sdk.TraceIdRatioBasedSampler(share) }),
    spanProcessors: [
      new sdk.BatchSpanProcessor({
        exporter: {
          export: (spans, done) =>
            exporter.export(spans.map(allowed), (result) => {
              // Said once, however long nobody collects.
              if (result.error && reachable) log.warn("Traces could not be sent");
              reachable = result.error === undefined;
              done(result);
            }),
          forceFlush: () => exporter.forceFlush(),
          shutdown: () => exporter.shutdown(),
        },
      }),
    ],
  });
  api.context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  // Next measures its own work where there is a provider.
  api.trace.setGlobalTracerProvider(provider);
  const tracer = provider.getTracer("framewise");
  const kinds = { server: api.SpanKind.SERVER, client: api.SpanKind.CLIENT, internal: api.SpanKind.INTERNAL };
  setTracer(({ name, kind = "internal", attributes = {}, began }, work) => {
    if (kind === "client" && api.trace.getActiveSpan() === undefined) return work(() => {});
    const options = { kind: kinds[kind], attributes, root: kind !== "client", startTime: began };
    return tracer.startActiveSpan(name, options, async (span) => {
      try {
        return await work((more) => void span.setAttributes(more));
      } catch (error) {
        const { name: type, code } = /** @type {{ name?: string, code?: string }} */ (error ?? {});
        span.setStatus({ code: api.SpanStatusCode.ERROR });
        span.setAttribute("error.type", code ?? type ?? typeof error);
        throw error;
      } finally {
        span.end(performance.now());
      }
    });
  });
  return async () => {
    setTracer(undefined);
    const late = new Promise((resolve) => setTimeout(resolve, patience).unref());
    await Promise.race([provider.shutdown().catch(() => {}), late]);
  };
}
