import { hasDemo } from "@/lib/community/queries";

/** Says on every page that numbers on it are invented, while they are. */
export async function DemoBanner() {
  if (!(await hasDemo())) return null;
  return (
    <p role="note" className="bg-outdated-soft px-4 py-1.5 text-center text-sm text-outdated">
      Demonstration: people, votes and ratings here are invented.
    </p>
  );
}
