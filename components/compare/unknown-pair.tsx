import { namesIn } from "@/lib/compare/load";
import { routes } from "@/lib/site/routes";
import { PickerPage } from "./picker-page";

/** For a comparison that names what isn't in the catalogue: says so, and keeps the others in the picker. */
export async function UnknownPair({ pair }: { pair: string }) {
  const names = await namesIn(pair);
  if (names?.unknown.length === 0) return null;
  if (!names) return <PickerPage problem="That address names no comparison. Pick two to ten here." />;
  const { known, unknown } = names;
  return (
    <PickerPage
      chosen={known}
      problem={
        <>
          Not in the catalogue: {unknown.map((slug) => `“${slug}”`).join(", ")}.{" "}
          {known.length > 0 ? "The others are picked: add what you meant." : "Pick what you meant."} Or{" "}
          <a href={`${routes.frameworks}?q=${encodeURIComponent(unknown[0] ?? "")}`} className="link">
            search for it
          </a>
          , or{" "}
          <a href={routes.suggestFramework} rel="nofollow" className="link">
            suggest it
          </a>
          .
        </>
      }
    />
  );
}
