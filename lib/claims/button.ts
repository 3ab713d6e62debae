/** A form with its button taken apart: where scripts don't run, a vote's button says claim and value in one, "817 -1". */
export function withButton(form: unknown): unknown {
  const { vote, ...fields } = (form ?? {}) as Record<string, unknown>;
  if (typeof vote !== "string") return form;
  const [claim, value] = vote.split(" ");
  return { ...fields, claim, value };
}
