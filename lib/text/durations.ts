export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** "40 seconds", "12 minutes", "24 hours", "14 days": in the unit that people would say, rounded up. */
export function inWords(milliseconds: number): string {
  const [unit, name]: [number, string] =
    milliseconds < 90 * second
      ? [second, "second"]
      : milliseconds < 2 * hour
        ? [minute, "minute"]
        : milliseconds < 2 * day
          ? [hour, "hour"]
          : [day, "day"];
  const count = Math.ceil(milliseconds / unit);
  return `${count} ${name}${count === 1 ? "" : "s"}`;
}
