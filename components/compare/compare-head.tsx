import { asOfDay, type Compared } from "@/lib/compare/queries";
import type { CompareView } from "@/lib/compare/search-params";
import { Logo } from "../frameworks/logo";

/** Who is compared, and as of when. */
export function CompareHead({ compared, view }: { compared: Compared[]; view: CompareView }) {
  const day = asOfDay(view.asOf);
  return (
    <>
      <h1 className="mt-10 flex flex-wrap items-center gap-x-5 gap-y-2 text-4xl sm:text-6xl">
        {compared.map(({ row }, index) => (
          <span key={row.slug} className="inline-flex items-center gap-3">
            {index > 0 && <span className="text-2xl text-muted">vs</span>}{" "}
            <Logo icon={row.icon} name={row.name} size={34} /> {row.name}{" "}
          </span>
        ))}
      </h1>
      <p className="mt-3 text-muted">
        {view.asOf === "now"
          ? `As of today, ${day}.`
          : `As of the end of ${view.asOf}: what sources had said, which versions were out, what was supported then. Features are known for today only.`}
      </p>
    </>
  );
}
