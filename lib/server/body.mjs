import http from "node:http";

/** Most fields of one form: ours have dozens. Thousands in a megabyte would only cost time. */
const mostFields = 500;

/**
 * Waits until the body of a request is there: slow senders then hold up nothing but their own connection.
 * @param {http.IncomingMessage} request one that says its length
 * @returns {Promise<Buffer>} rejected when the sender goes away before
 */
export function readBody(request) {
  return new Promise((resolve, reject) => {
    /** @type {Buffer[]} */
    const chunks = [];
    request.on("data", (/** @type {Buffer} */ chunk) => chunks.push(chunk));
    request.once("end", () => resolve(Buffer.concat(chunks)));
    request.once("error", reject);
    request.once("close", () => reject(new Error("The sender went away")));
  });
}

/**
 * The same request with its body still to be read. Putting back what was read isn't enough: `Request` refuses streams
 * that were touched.
 * @param {http.IncomingMessage} request
 * @param {Buffer} body
 */
export function unread(request, body) {
  const copy = new http.IncomingMessage(request.socket);
  const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = request;
  Object.assign(copy, { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor });
  copy.push(body);
  copy.push(null);
  copy.complete = true;
  return copy;
}

/**
 * Whether a form has more fields than any of ours.
 * @param {Buffer} body
 * @param {string} type its Content-Type
 */
export function hasTooManyFields(body, type) {
  const boundary = /boundary="?([^\s";]+)/i.exec(type)?.[1];
  const separator = boundary ? `--${boundary}` : /urlencoded/i.test(type) ? "&" : null;
  if (separator === null) return false;
  let fields = 0;
  for (let at = body.indexOf(separator); at !== -1 && fields <= mostFields + 1; at = body.indexOf(separator, at + 1))
    fields += 1;
  return fields > mostFields + 1;
}
