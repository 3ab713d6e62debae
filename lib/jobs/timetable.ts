import "server-only";
import { removeExpired } from "../auth/expired.ts";
import { removeUnopenedRecords } from "../decide/mutations.ts";
import { removeOldMail } from "../mail/queue.ts";
import { deliverDue } from "../mail/worker.ts";
import { lookForChanges } from "../notices/changes.ts";
import { matureAllDue } from "../people/mutations.ts";
import type { Job } from "./clock.ts";

const minute = 60_000;
const hour = 60 * minute;

/** What the site does by itself, in this order. Every instance does it: each job may run several times at once. */
export const timetable: readonly Job[] = [
  { name: "Sending mail", every: 0, run: deliverDue },
  { name: "Noticing changed verdicts and support dates", every: minute, run: lookForChanges },
  { name: "Removing old mail", every: hour, run: removeOldMail },
  { name: "Removing guests' records that nobody opens", every: hour, run: removeUnopenedRecords },
  { name: "Removing ended sessions and links", every: hour, run: removeExpired },
  { name: "Letting accounts count that are due", every: hour, run: matureAllDue },
];
