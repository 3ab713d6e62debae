import { beforeAll, expect, it } from "vitest";
import { clientAddress } from "../server/client-address.mjs";
import { hashOfNetwork, networkOf } from "./networks.ts";

beforeAll(() => void (process.env.NEXTAUTH_SECRET = "a secret of the tests"));

it("an address belongs to the network of its prefix", () => {
  for (const [address, network] of [
    ["203.0.113.9", "203.0.113.0/24"],
    ["203.0.113.250", "203.0.113.0/24"],
    ["2001:db8:12:34:5::6", "2001:db8:12::/48"],
    ["2001:db8:12:ffff::1", "2001:db8:12::/48"],
    ["2001:db8::1", "2001:db8:0::/48"],
  ])
    expect(networkOf(clientAddress(address, undefined, 0)), address).toBe(network);
});

it("a house's own network, and the proxy that nobody told us of, tell nothing", () => {
  for (const address of [
    "127.0.0.1",
    "10.1.2.3",
    "172.20.0.1",
    "192.168.1.7",
    "100.64.0.1",
    "::1",
    "fd00::1",
    "fe80::1",
    "unknown",
    "",
    "x/y",
  ])
    expect(networkOf(clientAddress(address, undefined, 0)), address).toBe(null);
});

it("what is kept is a keyed hash: another installation's is another", () => {
  const kept = hashOfNetwork("203.0.113.0/24");
  expect(kept).toHaveLength(16);
  expect(hashOfNetwork("203.0.113.0/24")).toEqual(kept);
  expect(hashOfNetwork("203.0.114.0/24")).not.toEqual(kept);
  process.env.NEXTAUTH_SECRET = "another secret of the tests";
  expect(hashOfNetwork("203.0.113.0/24")).not.toEqual(kept);
});
