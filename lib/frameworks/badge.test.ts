import { describe, expect, it } from "vitest";
import { testRow } from "../testing/rows.ts";
import { escapeXml } from "../text/markup.ts";
import { badgeSvg, badgeText, cardSvg } from "./badge.ts";

const row = testRow({ slug: "x", name: 'A <b> & "C"', claims: 30, confirmed: 21, contested: 4 });

describe("pictures for other pages", () => {
  it("say how many claims are still true, and the mean rating only where there is one", () => {
    expect(badgeText(row)).toBe("21 of 30 claims still true");
    expect(badgeText({ ...row, rating: 4.25, ratings: 12 })).toBe("21 of 30 claims still true, 4.3 of 5 from 12");
    expect(cardSvg(row, "2026-11-21")).toContain("0 ratings: too few for a mean");
  });
  it("say in words what they show, for who can't see them", () => {
    expect(badgeSvg(row)).toContain('role="img" aria-label="A &lt;b&gt; &amp; &quot;C&quot; on Framewise: 21 of 30');
    expect(cardSvg(row, "2026-11-21")).toMatch(
      /<desc id="d">21 of 30 claims still true, 4 contested\. .*Learning no evidence/,
    );
  });
  it("hold no markup that comes from a name", () => {
    for (const svg of [badgeSvg(row), cardSvg(row, "2026-11-21")]) expect(svg).not.toContain("<b>");
    expect(escapeXml("a\u0000\u001bb]]>")).toBe("ab]]&gt;");
  });
});
