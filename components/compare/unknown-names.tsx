import { routes } from "@/lib/site/routes";

/** What an address asked to compare and the catalogue doesn't have. */
export function UnknownNames({ names, kept }: { names: string[]; kept: boolean }) {
  return (
    <>
      Not in the catalogue:{" "}
      {names
        .slice(0, 10)
        .map((name) => `“${name.slice(0, 60)}”`)
        .join(", ")}
      . {kept ? "The others are picked: add what you meant." : "Pick what you meant."} Or{" "}
      <a href={`${routes.frameworks}?q=${encodeURIComponent(names[0]?.slice(0, 60) ?? "")}`} className="link">
        search for it
      </a>
      , or{" "}
      <a href={routes.suggestFramework} rel="nofollow" className="link">
        suggest it
      </a>
      .
    </>
  );
}
