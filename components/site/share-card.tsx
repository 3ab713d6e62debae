import fs from "node:fs/promises";
import path from "node:path";
import { ImageResponse } from "next/og";
import type { ReactElement, ReactNode } from "react";
import { criteria } from "@/lib/claims/criteria";
import type { CatalogueRow } from "@/lib/frameworks/row";
import { Refusal } from "@/lib/request/refusal";
import { createTurns } from "@/lib/request/turns";
import { siteClaim, siteName } from "@/lib/site/identity";

const paper = "#fbfaf6";
const ink = "#15181d";
const muted = "#585d66";
const line = "#d8d2c2";
const accent = "#a8330a";
const series = [accent, "#1b5e8c", "#14622f", "#623799", "#7a4706"];

const modules = path.join(process.cwd(), "node_modules");

async function fonts() {
  const [serif, sans] = await Promise.all([
    fs.readFile(path.join(modules, "@fontsource/instrument-serif/files/instrument-serif-latin-400-normal.woff")),
    fs.readFile(path.join(modules, "@fontsource/geist/files/geist-latin-500-normal.woff")),
  ]);
  return [
    { name: "serif", data: serif, weight: 400 as const, style: "normal" as const },
    { name: "sans", data: sans, weight: 500 as const, style: "normal" as const },
  ];
}

/** The drawing of a logo in simple-icons, or null. */
async function logoPath(icon: string | null): Promise<string | null> {
  if (!icon || !/^[a-z0-9]+$/.test(icon)) return null;
  const svg = await fs.readFile(path.join(modules, "simple-icons", "icons", `${icon}.svg`), "utf8");
  return /<path d="([^"]+)"/.exec(svg)?.[1] ?? null;
}

const inTurn = createTurns(1, 20, "Too many pictures are being drawn. Try again in a few seconds.");

/** Draws a picture of 1200 × 630. One at a time, so that pictures never keep pages waiting; 503 when many wait already. */
async function picture(drawing: ReactElement): Promise<Response> {
  try {
    const bytes = await inTurn(async () =>
      new ImageResponse(drawing, { width: 1200, height: 630, fonts: await fonts() }).arrayBuffer(),
    );
    return new Response(bytes, { headers: { "Content-Type": "image/png", "Cache-Control": "public, max-age=3600" } });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return new Response(`${error.message}\n`, { status: error.status, headers: { "Retry-After": "5" } });
  }
}

/** The picture that is shown where a page is shared: 1200 × 630, with one to ten frameworks, or none for the site itself. */
export async function shareCard(rows: CatalogueRow[]): Promise<Response> {
  const logos = await Promise.all(rows.slice(0, 3).map((row) => logoPath(row.icon)));
  const title = rows.length === 0 ? siteClaim : rows.map((row) => row.name).join(" vs ");
  const size = title.length < 18 ? 128 : title.length < 34 ? 92 : title.length < 60 ? 68 : 48;
  const [only] = rows;
  const note =
    rows.length === 0
      ? "Pros and cons with sources. What is still true, and who disagrees."
      : rows.length === 1 && only
        ? `${only.claims} claims with sources${only.confirmed > 0 ? `: ${only.confirmed} still true, ${only.contested} contested` : ""}`
        : `${rows.reduce((sum, row) => sum + row.claims, 0)} sourced claims, side by side`;
  return picture(
    <Card corner={rows.length > 1 ? "Compared" : rows.length === 1 ? "For and against" : "Backend frameworks"}>
      <div style={{ display: "flex", alignItems: "center", gap: 28, marginTop: 48 }}>
        {logos.map((drawing, index) =>
          drawing && rows.length === 1 ? (
            <svg key={rows[index]?.slug} width="110" height="110" viewBox="0 0 24 24">
              <path d={drawing} fill={ink} />
            </svg>
          ) : null,
        )}
        <span style={{ fontFamily: "serif", fontSize: size, lineHeight: 1.05 }}>{title}</span>
      </div>
      <span style={{ marginTop: 24, fontSize: 32, color: muted }}>{note}</span>
      {rows.length > 0 && rows.length <= 5 && <Scores rows={rows} />}
    </Card>,
  );
}

/** The picture of a decision: what came out, and the first of its ranking (at most five). */
export async function decisionCard(
  verdict: string,
  ranked: readonly { option: { name: string }; total: number }[],
): Promise<Response> {
  return picture(
    <Card corner="A decision">
      <span style={{ fontFamily: "serif", fontSize: verdict.length < 60 ? 60 : 42, lineHeight: 1.1, marginTop: 36 }}>
        {verdict}
      </span>
      <div style={{ display: "flex", flexDirection: "column", marginTop: "auto", gap: 10 }}>
        {ranked.map(({ option, total }, index) => (
          <div key={option.name} style={{ display: "flex", alignItems: "center", gap: 20, fontSize: 26 }}>
            <span style={{ width: 260 }}>{option.name}</span>
            <div style={{ display: "flex", width: 640, height: 22, background: line }}>
              <div style={{ width: ((total - 1) / 4) * 640, height: 22, background: index === 0 ? accent : ink }} />
            </div>
            <span>{total.toFixed(2)}</span>
          </div>
        ))}
      </div>
    </Card>,
  );
}

/** The paper that every picture is drawn on, with the site's name. */
function Card({ corner, children }: { corner: string; children: ReactNode }) {
  return (
    <div
      style={{
        width: "100%",
        height: "100%",
        display: "flex",
        flexDirection: "column",
        background: paper,
        color: ink,
        padding: 64,
        fontFamily: "sans",
      }}
    >
      <div
        style={{
          display: "flex",
          justifyContent: "space-between",
          borderBottom: `2px solid ${line}`,
          paddingBottom: 22,
          fontSize: 28,
        }}
      >
        <span style={{ fontFamily: "serif", fontSize: 40 }}>{siteName}</span>
        <span style={{ color: muted }}>{corner}</span>
      </div>
      {children}
    </div>
  );
}

/** A strip of dots per criterion: the comparison's chart, small. */
function Scores({ rows }: { rows: CatalogueRow[] }) {
  return (
    <div style={{ display: "flex", marginTop: "auto", gap: 13 }}>
      {criteria.map((criterion, index) => (
        <div
          key={criterion.id}
          style={{ display: "flex", position: "relative", width: 76, height: 150, borderLeft: `2px solid ${line}` }}
        >
          <span style={{ position: "absolute", left: 6, bottom: 0, fontSize: 13, color: muted }}>
            {criterion.name.split(" ")[0]}
          </span>
          {rows.map((row, place) => {
            const score = row.scores[index];
            if (score === null || score === undefined) return null;
            const top = 104 - ((score - 1) / 4) * 104;
            return (
              <div
                key={row.slug}
                style={{
                  position: "absolute",
                  left: 4 + place * 13,
                  top,
                  width: 16,
                  height: 16,
                  borderRadius: 8,
                  background: series[place],
                }}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
}
