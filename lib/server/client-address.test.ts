import type http from "node:http";
import { expect, it } from "vitest";
import { clientAddress, isLocal } from "./client-address.mjs";

it("believes no header unless there is a proxy, and then only what the nearest wrote", () => {
  expect(clientAddress("203.0.113.9", "198.51.100.1", 0)).toBe("203.0.113.9");
  expect(clientAddress("10.0.0.2", "198.51.100.1", 1)).toBe("198.51.100.1");
  // The sender may put anything in front; the proxy appends what it saw.
  expect(clientAddress("10.0.0.2", "1.1.1.1, 198.51.100.1", 1)).toBe("198.51.100.1");
  expect(clientAddress("10.0.0.2", "198.51.100.1, 10.0.0.3", 2)).toBe("198.51.100.1");
  expect(clientAddress("10.0.0.2", "nonsense", 1)).toBe("10.0.0.2");
  expect(clientAddress("10.0.0.2", undefined, 1)).toBe("10.0.0.2");
});

it("reads what proxies write with a port, in brackets or not", () => {
  for (const [told, address] of [
    ["198.51.100.1:5678", "198.51.100.1"],
    ["[2001:db8:1:2::9]:443", "2001:db8:1:2::/64"],
    ["[2001:db8:1:2::9]", "2001:db8:1:2::/64"],
    ["2001:db8:1:2::9", "2001:db8:1:2::/64"],
    ["1.1.1.1:1, 198.51.100.1:5678", "198.51.100.1"],
    ["[nonsense]:1", "10.0.0.2"],
    ["198.51.100.1:port", "10.0.0.2"],
  ] as const)
    expect(clientAddress("10.0.0.2", told, 1), told).toBe(address);
});

it("counts the first 64 bits of an IPv6 address, and an IPv4 one in its clothes as itself", () => {
  expect(clientAddress("2001:db8:1:2:3:4:5:6", undefined, 0)).toBe("2001:db8:1:2::/64");
  expect(clientAddress("2001:db8::5", undefined, 0)).toBe("2001:db8:0:0::/64");
  expect(clientAddress("2001:0db8:0001:0002::9", undefined, 0)).toBe("2001:db8:1:2::/64");
  expect(clientAddress("::ffff:203.0.113.9", undefined, 0)).toBe("203.0.113.9");
});

it("takes a request for local only when connection, host and headers all say so", () => {
  const request = (remoteAddress: string, headers: Record<string, string>) =>
    isLocal({ socket: { remoteAddress }, headers } as unknown as http.IncomingMessage);
  expect(request("127.0.0.1", { host: "localhost:3000" })).toBe(true);
  expect(request("::1", { host: "[::1]:3000" })).toBe(true);
  expect(request("203.0.113.9", { host: "localhost:3000" })).toBe(false);
  expect(request("127.0.0.1", { host: "evil.example" })).toBe(false);
  expect(request("127.0.0.1", { host: "localhost.evil.example" })).toBe(false);
  for (const name of ["x-forwarded-for", "forwarded", "via", "x-real-ip"])
    expect(request("127.0.0.1", { host: "localhost:3000", [name]: "127.0.0.1" })).toBe(false);
});
