import "server-only";
import { removeExpired } from "../auth/expired.ts";
import { removeOldEvents } from "../events/mutations.ts";
import { removeOldMail } from "../mail/queue.ts";
import { deliverDue } from "../mail/worker.ts";
import { lookForChanges } from "../notices/changes.ts";
import { lookForRings } from "../people/flags.ts";
import { matureAllDue } from "../people/mutations.ts";
import { removeOldNetworks } from "../people/networks.ts";
import type { Job } from "./clock.ts";

const minute = 60_000;
const hour = 60 * minute;

/** What the site does by itself, in this order. Every instance does it: each job may run several times at once. */
export const timetable: readonly Job[] = [
  { name: "Sending mail", every: 0, run: deliverDue },
  { name: "Noticing changed verdicts and support dates", every: minute, run: lookForChanges },
  { name: "Removing old mail", every: hour, run: removeOldMail },
  { name: "Removing ended sessions and links", every: hour, run: removeExpired },
  { name: "Forgetting networks", every: hour, run: removeOldNetworks },
  { name: "Forgetting what was tried", every: hour, run: removeOldEvents },
  { name: "Looking for rings", every: 5 * minute, run: lookForRings },
  { name: "Letting accounts count that are due", every: hour, run: matureAllDue },
];
