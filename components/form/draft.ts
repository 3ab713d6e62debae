import { type RefObject, useEffect, useRef, useState } from "react";
import { isUnshown } from "@/lib/request/form-state";

interface Draft {
  /** The sending that it was for (lib/request/once.ts). */
  once: string;
  /** Fields that can be seen, with what is in them. */
  values: [string, string][];
}

type Typed = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const prefix = "draft ";

/** 128 random bits: `crypto.randomUUID` isn't there on a page over plain http. */
export const newOnce = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

function fieldsOf(form: HTMLFormElement): Typed[] {
  return [...form.elements].filter(
    (field): field is Typed =>
      (field instanceof HTMLTextAreaElement ||
        field instanceof HTMLSelectElement ||
        (field instanceof HTMLInputElement && !["hidden", "password", "submit"].includes(field.type))) &&
      field.name !== "" &&
      !isUnshown(field.name),
  );
}

const isBox = (field: Typed): field is HTMLInputElement =>
  field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio");

const read = (form: HTMLFormElement): Draft["values"] =>
  fieldsOf(form).flatMap((field) => (isBox(field) && !field.checked ? [] : [[field.name, field.value]]));

/** Puts a value into a field as if it was typed: what React holds in its state hears of it only so. */
function put(field: Typed, value: string): void {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")?.set?.call(field, value);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function fill(form: HTMLFormElement, values: Draft["values"]): void {
  for (const field of fieldsOf(form)) {
    const kept = values.filter(([name]) => name === field.name).map(([, value]) => value);
    if (isBox(field)) field.checked = kept.includes(field.value);
    else if (kept[0] !== undefined) put(field, kept[0]);
    else continue;
    const closed = field.closest("details");
    if (closed && kept.length > 0) closed.open = true;
  }
}

/** Which form of which page it is: by its address, what goes along unseen, and the names of its fields. */
function keyOf(form: HTMLFormElement): string {
  const along: string[] = [];
  const names = new Set<string>();
  for (const field of form.elements) {
    const { name, type, value } = field as Typed;
    // Buttons come and go with what the form says.
    if (type === "hidden") along.push(...(isUnshown(name) ? [] : [name, value]));
    else if (type !== "submit" && type !== "button" && name !== "") names.add(name);
  }
  return prefix + JSON.stringify([window.location.pathname, along, [...names]]);
}

/** A browser may refuse to keep anything: then there is no draft, and nothing else is different. */
function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

/** Forgets what this tab keeps of any form, for whoever sits here next. */
export function forgetDrafts(): void {
  attempt(() => {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
  });
}

/**
 * What is typed into a form, kept in this tab until the form has done its work: over a reload, and over a page that
 * breaks. Long texts are kept as they are typed, all else once a sending has failed. Never a password or a token.
 */
export function useDraft(ref: RefObject<HTMLFormElement | null>) {
  const once = useRef<string | null>(null);
  const fresh = useRef<string | null>(null);
  const [restored, setRestored] = useState(false);
  useEffect(() => {
    const form = ref.current;
    if (!form || fresh.current !== null) return;
    fresh.current = JSON.stringify(read(form));
    const draft = attempt(() => JSON.parse(sessionStorage.getItem(keyOf(form)) ?? "null") as Draft | null);
    if (!draft || !Array.isArray(draft.values)) return;
    once.current = draft.once;
    if (JSON.stringify(draft.values) === fresh.current) return;
    fill(form, draft.values);
    setRestored(true);
  }, [ref]);
  const sending = () => (once.current ??= newOnce());
  return {
    restored,
    /** Names the sending that is under way: the same until the form has done its work. */
    sending,
    /** True when there is something to come back to. */
    keep: (): boolean => {
      const form = ref.current;
      if (!form) return false;
      const values = read(form);
      const draft: Draft = { once: sending(), values };
      return values.length > 0 && attempt(() => sessionStorage.setItem(keyOf(form), JSON.stringify(draft))) !== null;
    },
    typed: (): void => {
      const form = ref.current;
      if (!form?.querySelector("textarea")) return;
      const draft: Draft = { once: sending(), values: read(form) };
      attempt(() => {
        if (JSON.stringify(draft.values) === fresh.current) sessionStorage.removeItem(keyOf(form));
        else sessionStorage.setItem(keyOf(form), JSON.stringify(draft));
      });
    },
    drop: (): void => {
      const form = ref.current;
      once.current = null;
      setRestored(false);
      if (form) attempt(() => sessionStorage.removeItem(keyOf(form)));
    },
  };
}
