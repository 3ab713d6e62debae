import fs from "node:fs";
import path from "node:path";
import { hashOf } from "./policy.mjs";

// A style sheet that is asked for holds the first picture up by a whole way to the server and back. So a page carries
// the rules that it needs, and the sheet of the whole site comes behind them: for what opens, and for the next page.

/**
 * @typedef {object} Statement A declaration or rule.
 * @property {string} head
 * @property {string | Statement[] | null} body
 * @property {string[][] | null} asked of a rule, the classes (".x") and elements that each of its selectors asks for
 */

/** At-rules that hold rules of their own. */
const holdsRules = /^@(layer|media|supports|container|starting-style)\b/;
/** What can wait for the whole sheet. */
const ofLater = /^@media[^{]*\b(print|forced-colors)\b|^@supports.*-moz-orient|^@property/;
const ofHands = /(?<!\\):(?:hover|focus|active|disabled|target|placeholder|file-selector|backdrop|-)/;
/** What a selector asks not to be, and attributes, which may come later: nothing that must be there. */
const noDemand = /:(?:not|has|nth-[\w-]+)\((?:[^()]|\([^()]*\))*\)|(?<!\\)\[[^\]]*\]/g;
const oneOf = /:(?:is|where)\(([^(),]*)\)/g;
const oneOfMany = /:(?:is|where)\((?:[^()]|\([^()]*\))*\)/g;
const inSelector = /\.((?:\\.|[\w-]|[^\0-\x7f])+)|::?[\w-]+|#[\w-]+|([a-z][a-z0-9]*)/g;

/** @param {string} selectors */
const askedBy = (selectors) =>
  selectors
    .replaceAll(noDemand, "")
    .replaceAll(oneOf, " $1")
    .replaceAll(oneOf, " $1")
    .replaceAll(oneOfMany, "")
    .split(",")
    .filter((one) => !ofHands.test(one))
    .map((one) =>
      [...one.matchAll(inSelector)].flatMap(([, name, element]) =>
        name === undefined ? (element ?? []) : `.${name.replaceAll(/\\(.)/g, "$1")}`,
      ),
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
        asked: head.startsWith("@") ? null : askedBy(head),
      });
      start = at + 1;
    } else if (char === ";" && depth === 0) {
      statements.push({ head: css.slice(start, at).trim(), body: null, asked: null });
      start = at + 1;
    }
  }
  return statements;
}

/**
 * Of these statements, what may concern a page that has these classes and elements.
 * @param {Statement[]} statements
 * @param {ReadonlySet<string>} there
 * @returns {string}
 */
function neededOf(statements, there) {
  let text = "";
  for (const { head, body, asked } of statements) {
    if (ofLater.test(head)) continue;
    if (body === null) text += `${head};`;
    else if (typeof body !== "string") {
      const inner = neededOf(body, there);
      // An empty layer still has its place among the others.
      if (inner !== "" || head.startsWith("@layer")) text += `${head}{${inner}}`;
    } else if (asked === null || asked.some((all) => all.every((name) => there.has(name)))) text += `${head}{${body}}`;
  }
  return text;
}

/** Without the values that nothing in rules or page asks for, and with what Tailwind says of those that are. */
function withValues(/** @type {string} */ rules, /** @type {Statement[]} */ statements, /** @type {string} */ html) {
  const used = new Set(`${rules}${html}`.match(/(?<=var\()--[\w-]+/g));
  const kept = rules.replaceAll(/(--[\w-]+):(?:[^;{}()]|\([^()]*\))*(;|(?=\}))/g, (whole, name) =>
    used.has(name) || name.startsWith("--tw-") ? whole : "",
  );
  const said = statements.map(({ head, body }) =>
    head.startsWith("@property") && used.has(head.slice(10)) && typeof body === "string" ? `${head}{${body}}` : "",
  );
  return kept + said.join("");
}

/** A declaration that a minifier repeats for the same browsers. */
const again = /([\w-]+:[^;{}]+;)\1+/g;

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
      return [
        `/_next/static/chunks/${name}`,
        parse(css.replaceAll("url(../", "url(/_next/static/").replaceAll(again, "$1")),
      ];
    }),
  );
}

/** Signs that stand in names of classes, as HTML writes them. */
const signs = new Map([
  ["&amp;", "&"],
  ["&gt;", ">"],
  ["&lt;", "<"],
  ["&#x27;", "'"],
]);
const plainOf = (/** @type {string} */ text) =>
  text.includes("&") ? text.replaceAll(/&[#\w]+;/g, (sign) => signs.get(sign) ?? sign) : text;

/** A page without what is folded away when it comes. */
function seenOf(/** @type {string} */ html) {
  let seen = "";
  let from = 0;
  /** @type {{ open: boolean, folded: boolean }[]} of the parts that fold around here */
  const around = [];
  for (const { 0: tag, 1: end, 2: name, index } of html.matchAll(/<(\/?)(details|summary|dialog)\b[^>]*>/g)) {
    const at = index + tag.length;
    if (!around.some(({ folded }) => folded)) seen += html.slice(from, at);
    from = at;
    const last = around.at(-1);
    const open = / open\b/.test(tag);
    if (name !== "summary" && !end) around.push({ open, folded: name === "dialog" && !open });
    else if (name !== "summary") around.pop();
    else if (end && last) last.folded = !last.open;
  }
  return seen + html.slice(from);
}

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
  const data = html.indexOf("self.__next_f");
  const seen = seenOf(html.slice(0, data === -1 ? end : data));
  const names = new Set([...seen.matchAll(/ class="([^"]*)"/g)].map(([, list = ""]) => list));
  const classes = [...names].flatMap((list) => plainOf(list).split(" "));
  const there = new Set([...classes.map((name) => `.${name}`), ...(seen.match(/(?<=<)[a-z][a-z0-9]*/g) ?? [])]);
  let begin = head;
  const hashes = [];
  for (const [link, address = ""] of links) {
    const statements = sheets.get(address) ?? [];
    const rules = withValues(neededOf(statements, there), statements, seen);
    hashes.push(hashOf(rules));
    begin = begin.replace(link, () => `<style>${rules}</style>`);
  }
  const late = links.map(([link]) => link).join("");
  return { html: begin + html.slice(head.length, end) + late + html.slice(end), hashes };
}
