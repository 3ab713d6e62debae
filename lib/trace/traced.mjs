// What is measured while it runs, where somebody collects it. Nothing of OpenTelemetry is loaded otherwise: start.mjs
// brings it in, and whoever calls this needs to know nothing of it.

/**
 * @typedef {Record<string, string | number>} Attributes only those of `said` (allowed.mjs) are ever sent
 * @typedef {"server" | "client" | "internal"} Kind what is done for somebody who asks; what others do for us, which is told
 *   only as a part of something; and what we do by ourselves
 *
 * @typedef {object} Measured
 * @property {string} name never with an address or anything that was typed in it
 * @property {Kind} [kind]
 * @property {Attributes} [attributes]
 * @property {number | undefined} [began] what `performance.now()` was as it began, where that was before
 *
 * @typedef {<T>(measured: Measured, work: (note: (more: Attributes) => void) => Promise<T>) => Promise<T>} Tracer
 */

const kept = /** @type {{ framewiseTracer?: Tracer }} */ (globalThis);

/** Whether anybody collects. The server decides it before anything else is loaded, and for good. */
export const isTracing = () => kept.framewiseTracer !== undefined;

/**
 * Does a piece of work, and has it measured where somebody collects.
 * @type {Tracer}
 */
export const traced = (measured, work) =>
  kept.framewiseTracer ? kept.framewiseTracer(measured, work) : work(() => {});

/** @param {Tracer | undefined} tracer */
export const setTracer = (tracer) => {
  if (tracer) kept.framewiseTracer = tracer;
  else delete kept.framewiseTracer;
};
