const and = new Intl.ListFormat("en", { type: "conjunction" });
const or = new Intl.ListFormat("en", { type: "disjunction" });

/** Worked: "A", "A and B", "A, B, and C". */
export const listWithAnd = (values: Iterable<string>): string => and.format(values);

/** Worked: "A", "A or B", "A, B, or C". */
export const listWithOr = (values: Iterable<string>): string => or.format(values);
