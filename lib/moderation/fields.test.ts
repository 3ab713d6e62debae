import { expect, it } from "vitest";
import { z } from "zod";
import { source } from "./fields.ts";

const date = z.object({ date: source.date });

it("a source's date is one that there was, and says which of both it isn't", () => {
  for (const good of ["2020", "2024-02-29", " 2025-12 "])
    expect(date.safeParse({ date: good }).success, good).toBe(true);
  const said = (text: string) => date.safeParse({ date: text }).error?.issues.map(({ message }) => message);
  for (const bad of ["2026-02-31", "2026-13", "1815", "yesterday", ""])
    expect(said(bad), bad).toEqual(["A year, a month or a day that there is, such as 2026-11."]);
  expect(said("2099-12-31")).toEqual(["This is in the future: when was it published?"]);
});
