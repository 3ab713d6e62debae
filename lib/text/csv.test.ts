import { expect, it } from "vitest";
import { toCsv, withMark } from "./csv.ts";

it("is CSV that quotes what it must, joins lists, leaves the unknown empty, and runs in no spreadsheet", () => {
  const items = [
    { name: 'a "b", c', list: ["x", "y"], n: 0, none: null, yes: true },
    { name: "=HYPERLINK(1)", list: [], n: -1.5, none: null, yes: false },
    { name: "two\nlines", list: ["＝z"], n: 2, none: null, yes: true },
  ];
  expect(
    toCsv(items, {
      name: ({ name }) => name,
      list: ({ list }) => list,
      n: ({ n }) => n,
      none: ({ none }) => none,
      yes: ({ yes }) => yes,
    }),
  ).toBe(
    'name,list,n,none,yes\r\n"a ""b"", c",x;y,0,,true\r\n\'=HYPERLINK(1),,-1.5,,false\r\n"two\nlines",\'＝z,2,,true\r\n',
  );
  expect(toCsv([], { name: () => "" })).toBe("name\r\n");
});

it("begins with the three bytes of the byte-order mark where it is asked for", () => {
  expect([...Buffer.from(withMark("é")).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
});
