import "server-only";
import { removeExpired } from "../auth/expired.ts";
import { backUpInto } from "../backup/folder.ts";
import { backupSettings } from "../backup/settings.ts";
import { databaseAddresses } from "../db/addresses.ts";
import { removeUnopenedRecords } from "../decide/mutations.ts";
import { purgeDue } from "../edge/worker.ts";
import { removeOldEvents } from "../events/mutations.ts";
import { removeOldMail } from "../mail/queue.ts";
import { deliverDue } from "../mail/worker.ts";
import { forgetRemovedReplies } from "../maintainers/mutations.ts";
import { lookForChanges } from "../notices/changes.ts";
import { mailDigests } from "../notices/mail-digests.ts";
import { lookForRings } from "../people/flags.ts";
import { matureAllDue } from "../people/mutations.ts";
import { removeOldNetworks } from "../people/networks.ts";
import type { Job } from "./clock.ts";

const minute = 60_000;
const hour = 60 * minute;

/** Into a folder of this instance, where one is named; past a pooler, which would end so long a transaction. */
async function backUp(): Promise<void> {
  const { folder, keep } = backupSettings();
  const { direct } = databaseAddresses();
  if (folder !== undefined && direct !== undefined) await backUpInto(direct, folder, keep);
}

/** What the site does by itself, in this order; what has a time of its own, on one instance each time. */
export const timetable: readonly Job[] = [
  { name: "Sending mail", every: 0, run: deliverDue },
  ...(process.env.PURGE_URL ? [{ name: "Purging the cache in front", every: 0, run: purgeDue }] : []),
  { name: "Noticing changed verdicts and support dates", every: minute, run: lookForChanges },
  { name: "Writing digests", every: 10 * minute, run: mailDigests },
  { name: "Removing old mail", every: hour, run: removeOldMail },
  { name: "Removing guests' records that nobody opens", every: hour, run: removeUnopenedRecords },
  { name: "Removing ended sessions and links", every: hour, run: removeExpired },
  { name: "Forgetting networks", every: hour, run: removeOldNetworks },
  { name: "Forgetting what was tried", every: hour, run: removeOldEvents },
  { name: "Forgetting replies that were taken off", every: hour, run: forgetRemovedReplies },
  { name: "Looking for rings", every: 5 * minute, run: lookForRings },
  { name: "Letting accounts count that are due", every: hour, run: matureAllDue },
  ...(process.env.BACKUP_FOLDER ? [{ name: "Backing up", every: 24 * hour, run: backUp }] : []),
];
