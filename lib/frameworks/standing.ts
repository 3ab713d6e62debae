/** Whether a framework is for new work, as its makers say. */
export const standings = [
  { id: "active", name: "Active", meaning: "Developed further: new work may start on it." },
  { id: "maintenance", name: "Maintenance", meaning: "Fixes only: its makers don’t mean it for new work." },
  { id: "ended", name: "Ended", meaning: "Nobody works on it any more." },
] as const;

export type Standing = (typeof standings)[number]["id"];

/** Not for new work: what its makers only fix, or have left. */
export const isClosed = (standing: Standing | null): boolean => standing === "maintenance" || standing === "ended";
