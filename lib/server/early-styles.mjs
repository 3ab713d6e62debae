import fs from "node:fs";
import path from "node:path";
import { hashOf } from "./policy.mjs";

// A style sheet that is asked for holds the first picture up by a whole way to the server and back. So a page carries
// the rules that it needs, and the sheet of the whole site comes behind them: for what opens, and for the next page.

/**
 * @typedef {{ head: string, body: string | Statement[] | null, classes: string[][] | null }} Statement A declaration or
 *   rule; of a rule, the classes that each of its selectors asks for, or null where it isn't one.
 */

/** At-rules that hold rules of their own. */
const holdsRules = /^@(layer|media|supports|container|starting-style)\b/;
/** What a selector asks not to be, or one of: nothing that must be there. */
const noDemand = /:(?:not|is|where)\((?:[^()]|\([^()]*\))*\)/g;

/** @param {string} selectors */
const classesOf = (selectors) =>
  selectors
    .replaceAll(noDemand, "")
    .split(",")
    .map((one) =>
      [...one.matchAll(/\.((?:\\.|[\w-]|[^\0-\x7f])+)/g)].map(([, name = ""]) => name.replaceAll(/\\(.)/g, "$1")),
    );

/**
 * The statements of a style sheet, as minifiers write it.
 * @param {string} css
 * @returns {Statement[]}
 */
export function parse(css) {
  /** @type {Statement[]} */
  const statements = [];
  let depth = 0;
  let quote = "";
  let start = 0;
  let opened = 0;
  for (let at = 0; at < css.length; at += 1) {
    const char = css[at] ?? "";
    if (char === "\\") at += 1;
    else if (quote) quote = char === quote ? "" : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === "{") {
      if (depth === 0) opened = at;
      depth += 1;
    } else if (char === "}") {
      depth -= 1;
      if (depth > 0) continue;
      const head = css.slice(start, opened).trim();
      const body = css.slice(opened + 1, at);
      statements.push({
        head,
        body: holdsRules.test(head) ? parse(body) : body,
        classes: head.startsWith("@") ? null : classesOf(head),
      });
      start = at + 1;
    } else if (char === ";" && depth === 0) {
      statements.push({ head: css.slice(start, at).trim(), body: null, classes: null });
      start = at + 1;
    }
  }
  return statements;
}

/**
 * Of these statements, what may concern a page that has these classes.
 * @param {Statement[]} statements
 * @param {ReadonlySet<string>} classes
 * @returns {string}
 */
function neededOf(statements, classes) {
  let text = "";
  for (const { head, body, classes: asked } of statements) {
    if (body === null) text += `${head};`;
    else if (typeof body !== "string") {
      const inner = neededOf(body, classes);
      // An empty layer still has its place among the others.
      if (inner !== "" || head.startsWith("@layer")) text += `${head}{${inner}}`;
    } else if (asked === null || asked.some((all) => all.every((name) => classes.has(name))))
      text += `${head}{${body}}`;
  }
  return text;
}

/**
 * The build's style sheets, by the address that pages ask for them under.
 * @param {string} built the build's folder
 * @returns {Map<string, Statement[]>}
 */
export function readSheets(built) {
  const folder = path.join(built, "static", "chunks");
  const names = fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => name.endsWith(".css")) : [];
  return new Map(
    names.map((name) => {
      const css = fs.readFileSync(path.join(folder, name), "utf8");
      return [`/_next/static/chunks/${name}`, parse(css.replaceAll("url(../", "url(/_next/static/"))];
    }),
  );
}

/** Signs that stand in names of classes, as HTML writes them. */
const signs = new Map([
  ["&amp;", "&"],
  ["&gt;", ">"],
  ["&lt;", "<"],
  ["&quot;", '"'],
  ["&#x27;", "'"],
]);
const plainOf = (/** @type {string} */ text) =>
  text.includes("&") ? text.replaceAll(/&[#\w]+;/g, (sign) => signs.get(sign) ?? sign) : text;

const sheetLink = /<link rel="stylesheet" href="([^"?]+)[^>]*>/g;

/**
 * A page with the rules that it needs in its head, and its style sheets at its end, where they hold nothing up.
 * @param {string} html
 * @param {ReadonlyMap<string, Statement[]>} sheets
 * @returns {{ html: string, hashes: string[] }}
 */
export function withEarlyStyles(html, sheets) {
  const end = html.lastIndexOf("</body>");
  const head = html.slice(0, html.indexOf("</head>"));
  const links = [...head.matchAll(sheetLink)];
  if (end === -1 || links.length === 0 || !links.every(([, address = ""]) => sheets.has(address)))
    return { html, hashes: [] };
  const classes = new Set(
    [...html.matchAll(/ class="([^"]*)"/g)].flatMap(([, names = ""]) => plainOf(names).split(" ")),
  );
  let begin = head;
  const hashes = [];
  for (const [link, address = ""] of links) {
    const rules = neededOf(sheets.get(address) ?? [], classes);
    hashes.push(hashOf(rules));
    begin = begin.replace(link, () => `<style>${rules}</style>`);
  }
  const late = links.map(([link]) => link).join("");
  return { html: begin + html.slice(head.length, end) + late + html.slice(end), hashes };
}
