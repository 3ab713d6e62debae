import { isTracing, traced } from "../trace/traced.mjs";

/**
 * Has answers from the front's memory measured, where somebody collects: from the arrival of a request, of which it isn't
 * known yet who answers it, to the end of the answer. Where nobody does, there is nothing to be called.
 * @param {(url: string) => import("./routes.mjs").Found | null} find
 */
export function memorySpans(find) {
  if (!isTracing()) return {};
  /** @type {WeakMap<import("node:http").IncomingMessage, number>} */
  const arrivals = new WeakMap();
  return {
    arrived: (/** @type {import("node:http").IncomingMessage} */ request) =>
      void arrivals.set(request, performance.now()),

    sent: /** @type {NonNullable<import("./memory.mjs").Options["sent"]>} */ (
      (request, response, state) => {
        const method = request.method ?? "";
        const page = find(request.url ?? "")?.page ?? "none";
        const attributes = {
          "http.request.method": method,
          "http.route": page,
          "framewise.cache": state.toLowerCase(),
        };
        const began = arrivals.get(request);
        void traced({ name: `${method} ${page}`, kind: "server", attributes, began }, async (note) => {
          await new Promise((resolve) => response.once("close", resolve));
          note({ "http.response.status_code": response.statusCode });
        });
      }
    ),
  };
}
