import net from "node:net";

/**
 * The address that limits are counted by: of the connection, or, behind proxies, what the nearest trusted one saw.
 * IPv6 is cut to its first 64 bits: a household or a server has at least so many.
 * @param {string | undefined} remote the address of the connection
 * @param {string | string[] | undefined} forwarded the X-Forwarded-For header
 * @param {number} proxies how many proxies of ours stand in front; 0 believes no header
 */
export function clientAddress(remote, forwarded, proxies) {
  const chain = [forwarded ?? []]
    .flat()
    .join(",")
    .split(",")
    .map((part) => withoutPort(part.trim()));
  const told = proxies > 0 ? chain.filter(Boolean).at(-proxies) : undefined;
  return prefixOf(told && net.isIP(told) ? told : (remote ?? ""));
}

/**
 * Some proxies write the port as well, and an IPv6 address in brackets then.
 * @param {string} part
 */
const withoutPort = (part) => part.replace(/^\[([^\]]*)\](:\d+)?$/, "$1").replace(/^(\d+(?:\.\d+){3}):\d+$/, "$1");

/** @param {string} address */
function prefixOf(address) {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (net.isIPv6(address)) {
    const [head = "", tail] = address.split("%")[0]?.split("::") ?? [];
    const left = head.split(":").filter(Boolean);
    const right = (tail ?? "").split(":").filter(Boolean);
    const missing = tail === undefined ? 0 : 8 - left.length - right.length;
    const whole = [...left, ...Array.from({ length: missing }, () => "0"), ...right];
    return `${whole
      .slice(0, 4)
      .map((part) => Number.parseInt(part, 16).toString(16))
      .join(":")}::/64`;
  }
  return address || "unknown";
}

/**
 * Whether a request surely comes from this very machine: its connection does, it names this machine, and no proxy
 * passed it on. The mail outbox answers only then.
 * @param {import("node:http").IncomingMessage} request
 */
export function isLocal(request) {
  const address = request.socket.remoteAddress ?? "";
  if (!/^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/.test(address)) return false;
  if (!/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(request.headers.host ?? "")) return false;
  return !["forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-real-ip"].some(
    (name) => name in request.headers,
  );
}
