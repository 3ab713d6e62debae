import { useSyncExternalStore } from "react";

/** Whether scripts run by now: what a page without them says, they say elsewhere. */
export const useScripted = () =>
  useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
