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
