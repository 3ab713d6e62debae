import fs from "node:fs";
import path from "node:path";
import {
  isFunctionDeclaration,
  isFunctionExpression,
  isJsxElement,
  isJsxExpression,
  isJsxFragment,
  isJsxOpeningElement,
  isJsxSelfClosingElement,
  isJsxText,
  isStringLiteral,
  type JsxChild,
  type Node,
} from "typescript/unstable/ast";
import { type Checker, type Project, type Type, TypeFlags } from "typescript/unstable/sync";

/**
 * A translator in a browser replaces text nodes by elements. React then writes into nodes that nobody sees and throws
 * where it puts something before one, or takes one away. What survives: text that is the only child of its element, for
 * which React sets `textContent`, and text that nothing is ever put before. This finds the rest.
 * @param file an absolute path
 * @returns a line for each place: `name:line what is wrong`
 */
export function looseText({ program, checker }: Project, file: string): string[] {
  const source = program.getSourceFile(file);
  if (!source) throw new Error(`${file} is not part of the project.`);
  const found: string[] = [];
  const say = (node: Node, what: string) =>
    found.push(`${path.basename(file)}:${source.text.slice(0, node.end).split("\n").length} ${what}`);
  const visit = (node: Node): void => {
    if (isJsxElement(node) || isJsxFragment(node)) {
      const children = node.children.flatMap((child) => partOf(checker, child) ?? []);
      const texts = children.filter(({ kind }) => kind === "text" || kind === "words");
      const [, after] = children.flatMap((child, index) =>
        child.kind === "words" && children[index - 1]?.kind === "may change" ? [null, child] : [],
      );
      const changing = texts.find(({ kind }) => kind === "text");
      if (isJsxFragment(node) && texts[0]) say(texts[0].node, "text in a fragment");
      else if (changing && children.length > 1) say(changing.node, "text that may change, beside others");
      else if (changing?.several) say(changing.node, "several texts");
      else if (after) say(after.node, "text after what may come and go");
    }
    if ((isFunctionDeclaration(node) || isFunctionExpression(node)) && /^[A-Z]/.test(node.name?.text ?? "")) {
      const signature = checker.getSignatureFromDeclaration(node);
      const type = signature && checker.getReturnTypeOfSignature(signature);
      if (type && holdsText(checker, type)) say(node, "a component of nothing but text");
    }
    node.forEachChild(visit);
  };
  source.forEachChild(visit);
  return found;
}

interface Part {
  node: Node;
  /** Text that may change, text that never does, an element that is always there, anything else. */
  kind: "text" | "words" | "element" | "may change";
  several?: boolean;
}

/** What a child comes to; null where it is nothing but the way that the source is laid out. */
function partOf(checker: Checker, node: JsxChild): Part | null {
  if (isJsxText(node)) return node.text.trim() === "" && node.text.includes("\n") ? null : { node, kind: "words" };
  if (isJsxExpression(node)) {
    if (!node.expression) return null;
    if (isStringLiteral(node.expression)) return { node, kind: "words" };
    const type = checker.getTypeAtLocation(node.expression);
    if (!type || !holdsText(checker, type)) return { node, kind: "may change" };
    return { node, kind: "text", several: checker.isArrayLikeType(type) };
  }
  const tag = isJsxElement(node) ? node.openingElement : node;
  const always =
    (isJsxOpeningElement(tag) || isJsxSelfClosingElement(tag)) &&
    /^[a-z]/.test(tag.tagName.getText()) &&
    !/(^|\s)key=/.test(tag.attributes.getText());
  return { node, kind: always ? "element" : "may change" };
}

function holdsText(checker: Checker, type: Type): boolean {
  if (type.isUnionType()) return type.getTypes().some((one) => holdsText(checker, one));
  if (type.isStringLiteralType()) return type.value !== "";
  if (checker.isArrayLikeType(type) && type.isTypeReference())
    return checker.getTypeArguments(type).some((one) => holdsText(checker, one));
  const written = TypeFlags.StringLike | TypeFlags.NumberLike | TypeFlags.BigIntLike;
  return (type.flags & (written | TypeFlags.Any | TypeFlags.Unknown | TypeFlags.TypeParameter)) !== 0;
}

/**
 * The components that run in browsers: those that say so, and what they are made of.
 * @param root of the project
 * @returns absolute paths
 */
export function inBrowsers(root: string): string[] {
  const all = ["app", "components"].flatMap((folder) => filesIn(root, folder, /\.tsx?$/));
  const waiting = all.filter((file) => fs.readFileSync(file, "utf8").startsWith('"use client"'));
  const found = new Set<string>();
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    for (const [, name = ""] of fs.readFileSync(file, "utf8").matchAll(/ from "((?:\.|@\/)[^"]+)"/g)) {
      const target = name.startsWith("@/") ? path.join(root, name.slice(2)) : path.join(path.dirname(file), name);
      waiting.push(...all.filter((one) => one === target || one === `${target}.tsx` || one === `${target}.ts`));
    }
  }
  return [...found].filter((file) => file.endsWith(".tsx")).sort();
}

export const componentsIn = (root: string, folder: string) => filesIn(root, folder, /\.tsx$/);

const filesIn = (root: string, folder: string, ending: RegExp) =>
  fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => ending.test(name))
    .map((name) => path.join(root, folder, name));
