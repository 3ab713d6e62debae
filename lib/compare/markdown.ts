import { criteria } from "../claims/criteria.ts";
import { verdicts } from "../claims/rules.ts";
import type { ClaimView } from "../claims/view.ts";
import { routes } from "../site/routes.ts";
import { escapeMarkdown, markdownLink } from "../text/markdown.ts";
import { type Difference, differencesOf } from "./differences.ts";
import type { Compared } from "./queries.ts";
import { alignClaims, attributeRows, featureRows, told, wants } from "./rules.ts";
import { scoreRows } from "./score-rows.ts";
import { type CompareView, compareSearch } from "./search-params.ts";

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function claimText(claim: ClaimView): string {
  const verdict = verdicts.find((item) => item.id === claim.verdict)?.name.toLowerCase();
  const sources = claim.assertions.map(({ source, stance, url }) => {
    const name = `${source.publisher} ${source.date.slice(0, 4)}${stance === "disputes" ? " (disputes)" : ""}`;
    const address = url ?? source.url;
    return address ? markdownLink(name, address) : escapeMarkdown(name);
  });
  return `${escapeMarkdown(claim.text)} (${verdict}; ${[...new Set(sources)].join(", ")})`;
}

function differenceText({ name, kind, criterion, points, sides }: Difference, names: readonly string[]): string {
  const said = sides.map(({ index, text, source, claim }) => {
    const whose = escapeMarkdown(names[index] ?? "");
    if (claim) return `${whose}: ${claimText(claim)}`;
    const value = escapeMarkdown(text);
    return `${whose}: ${source?.startsWith("http") ? markdownLink(value, source) : value}`;
  });
  return `**${kind === "claims" ? `${name}, by claims` : name}** (${criterion.name}, ${points.toFixed(1)} of 4 points): ${said.join("; ")}`;
}

/** A comparison as Markdown: the rows that the reader sees, every claim with its sources, the date, and the way back. */
export function compareMarkdown(compared: readonly Compared[], view: CompareView, day: string, site: string): string {
  const rows = compared.map(({ row }) => row);
  const names = rows.map((row) => row.name);
  const head = ["", ...names.map(escapeMarkdown)];
  const parts = [`# ${names.map(escapeMarkdown).join(" vs ")}`];
  const address = `${site}${routes.compareOf(rows.map((row) => row.slug))}${compareSearch(view)}`;
  parts.push(`As of ${day}. From ${address}; how scores and verdicts come about: ${site}${routes.method}`);
  const values = (list: { name: string; values: string[] }[]) =>
    table(
      head,
      list.map((row) => [row.name, ...row.values.map((value) => escapeMarkdown(value) || "unknown")]),
    );
  const differences = view.rows === null ? differencesOf(compared.map(({ framework }) => framework)) : [];
  if (differences.length > 0)
    parts.push("## What sets them apart", differences.map((one) => `- ${differenceText(one, names)}`).join("\n"));
  const facts = told(attributeRows(rows, view), view).rows;
  if (facts.length > 0) parts.push(values(facts));
  if (wants(view, "scores") && view.asOf === "now") {
    const scores = scoreRows(compared.map(({ framework }) => framework)).map(({ index, cells }) => ({
      name: criteria[index]?.name ?? "",
      values: cells.map(
        ({ value, low, high }) => `${value?.toFixed(1) ?? "?"} (${low.toFixed(1)} to ${high.toFixed(1)})`,
      ),
    }));
    parts.push("## Scores, 1 to 5", values(scores));
  }
  if (wants(view, "claims")) {
    parts.push("## Pros and cons");
    for (const { criterion, sides } of alignClaims(compared.map(({ framework }) => framework))) {
      parts.push(`### ${criterion.name}`);
      sides.forEach((side, index) => {
        const lines = [
          ...side.pros.map((claim) => `- + ${claimText(claim)}`),
          ...side.cons.map((claim) => `- − ${claimText(claim)}`),
        ];
        parts.push(`**${escapeMarkdown(names[index] ?? "")}**\n\n${lines.length > 0 ? lines.join("\n") : "No claim."}`);
      });
    }
  }
  if (wants(view, "features")) {
    const cells = told(featureRows(rows), view).rows;
    if (cells.length > 0) parts.push("## What comes with it", values(cells));
  }
  return `${parts.join("\n\n")}\n`;
}
