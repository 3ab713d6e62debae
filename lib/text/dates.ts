const day = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeZone: "UTC" });
const minute = new Intl.DateTimeFormat("en", {
  dateStyle: "medium",
  timeStyle: "short",
  // Not `hour12: false`: that calls the first hour of a day 24.
  hourCycle: "h23",
  timeZone: "UTC",
});

/** "Nov 21, 2026", in UTC. @param iso a moment as ISO text */
export const dayOf = (iso: string) => day.format(new Date(iso));

/** "Nov 21, 2026, 16:05 UTC". @param iso a moment as ISO text */
export const minuteOf = (iso: string) => `${minute.format(new Date(iso))} UTC`;

/** "2026-11-21", in UTC. */
export const isoDay = (moment: Date): string => moment.toISOString().slice(0, 10);

/** Today as an ISO day in UTC. Pages are rendered anew every hour, so that support dates stay right. */
export function today(): string {
  return isoDay(new Date());
}

/** Whether a text is a year, a month or a day that there is: "2026", "2026-02", "2026-02-28". */
export function isPartialDate(text: string): boolean {
  const [, year, inYear, inMonth] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? [];
  if (year === undefined) return false;
  // A day that there isn't comes back as another.
  const whole = `${year}-${inYear ?? "01"}-${inMonth ?? "01"}`;
  const at = Date.parse(whole);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(whole);
}

/** Whether a year, month or day has begun somewhere on Earth: the first zone is 14 hours ahead of UTC. */
export function hasBegun(partialDate: string, now = new Date()): boolean {
  const furthest = new Date(now.getTime() + 14 * 3_600_000).toISOString();
  return partialDate <= furthest.slice(0, partialDate.length);
}
