import { criteria } from "../claims/criteria.ts";
import { confirmedText } from "../claims/summary.ts";
import { openEnd, supportStates } from "../releases/support.ts";
import { siteName } from "../site/identity.ts";
import { escapeXml } from "../text/markup.ts";
import type { CatalogueRow } from "./row.ts";

/** What a badge says, in words: its alternative text as well. */
export function badgeText(
  row: Pick<CatalogueRow, "confirmed" | "contested" | "claims" | "rating" | "ratings">,
): string {
  const claims = claimsText(row);
  return row.rating === null ? claims : `${claims}, ${row.rating.toFixed(1)} of 5 from ${row.ratings}`;
}

/** "21 of 30 claims still true", or that none was verified. */
const claimsText = (row: Pick<CatalogueRow, "confirmed" | "contested" | "claims">) =>
  row.confirmed > 0 ? `${row.confirmed} of ${row.claims} claims still true` : `claims: ${confirmedText(row)}`;

const fontFamily = "Verdana,Geneva,DejaVu Sans,sans-serif";
/** Mean width of a letter at 11 px. The text is set to exactly the width that is reserved, whatever font there is. */
const letter = 6.3;

/** A badge of one line for a README or a page. */
export function badgeSvg(row: CatalogueRow): string {
  const text = badgeText(row);
  const left = Math.round(siteName.length * letter + 14);
  const right = Math.round(text.length * letter + 14);
  const label = escapeXml(`${row.name} on ${siteName}: ${text}`);
  const line = (content: string, x: number, width: number, fill: string) =>
    `<text x="${x}" y="14" fill="${fill}" textLength="${width}" lengthAdjust="spacingAndGlyphs">${escapeXml(content)}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" viewBox="0 0 ${left + right} 20" role="img" aria-label="${label}"><title>${label}</title><clipPath id="r"><rect width="${left + right}" height="20" rx="3"/></clipPath><g clip-path="url(#r)"><rect width="${left}" height="20" fill="#15181d"/><rect x="${left}" width="${right}" height="20" fill="#a8330a"/></g><g font-family="${fontFamily}" font-size="11">${line(siteName, 7, left - 14, "#fbfaf6")}${line(text, left + 7, right - 14, "#ffffff")}</g></svg>\n`;
}

const cardWidth = 420;

/** A card with the scores, for a page: light or dark as its reader likes. `day` is when it was drawn. */
export function cardSvg(row: CatalogueRow, day: string): string {
  const state = supportStates.find(({ id }) => id === row.support)?.name ?? "";
  const until = row.supportedUntil === "open" ? openEnd : row.supportedUntil ? `until ${row.supportedUntil}` : "";
  const rating =
    row.rating === null
      ? `${row.ratings} ${row.ratings === 1 ? "rating" : "ratings"}: too few for a mean`
      : `${row.rating.toFixed(1)} of 5 from ${row.ratings} ratings`;
  const lines = [
    row.confirmed > 0 ? `${claimsText(row)}, ${row.contested} contested` : claimsText(row),
    [state, until].filter(Boolean).join(", "),
    rating,
  ];
  const scores = criteria.map(({ name }, index) => {
    const score = row.scores[index];
    return `${name} ${score === null || score === undefined ? "no evidence" : score.toFixed(1)}`;
  });
  const label = escapeXml(`${row.name} on ${siteName}, ${day}`);
  const bars = criteria
    .map(({ name }, index) => {
      const score = row.scores[index] ?? null;
      const [x, y] = [16 + (index % 3) * 132, 112 + Math.floor(index / 3) * 26];
      const filled = score === null ? 0 : ((score - 1) / 4) * 120;
      return `<text class="m" x="${x}" y="${y}" font-size="10">${escapeXml(name)}${score === null ? " ?" : ` ${score.toFixed(1)}`}</text><rect class="s" x="${x}" y="${y + 4}" width="120" height="5" rx="1"/><rect class="i" x="${x}" y="${y + 4}" width="${filled.toFixed(1)}" height="5" rx="1"/>`;
    })
    .join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${cardWidth}" height="220" viewBox="0 0 ${cardWidth} 220" role="img" aria-labelledby="t d"><title id="t">${label}</title><desc id="d">${escapeXml([...lines, ...scores].join(". "))}.</desc><style>.p{fill:#fbfaf6;stroke:#d8d2c2}.i{fill:#15181d}.m{fill:#585d66}.s{fill:#e6e1d4}.a{fill:#a8330a}@media(prefers-color-scheme:dark){.p{fill:#15181d;stroke:#2c3138}.i{fill:#ecebe6}.m{fill:#a4a9b2}.s{fill:#2c3138}.a{fill:#ff9b70}}</style><rect class="p" x=".5" y=".5" width="${cardWidth - 1}" height="219" rx="6"/><g font-family="${fontFamily}"><text class="i" x="16" y="34" font-size="20" font-weight="bold">${escapeXml(row.name)}</text><text class="a" x="${cardWidth - 16}" y="30" font-size="11" text-anchor="end">${siteName} · ${day}</text>${lines.map((line, index) => `<text class="m" x="16" y="${54 + index * 16}" font-size="11">${escapeXml(line)}</text>`).join("")}${bars}</g></svg>\n`;
}
