import { day } from "../text/durations.ts";

/** Milliseconds after which a record that a guest made goes, when nobody has opened it meanwhile. */
export const unopenedFor = 365 * day;
