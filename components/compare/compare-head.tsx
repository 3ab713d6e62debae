import { Fragment } from "react";
import type { Column } from "@/lib/compare/columns";
import { asOfDay } from "@/lib/compare/queries";
import type { CompareView } from "@/lib/compare/search-params";
import { Logo } from "../frameworks/logo";

/** Who is compared, and as of when. */
export function CompareHead({ columns, view }: { columns: Column[]; view: CompareView }) {
  const day = asOfDay(view.asOf);
  return (
    <>
      <h1 className="mt-8 flex flex-wrap items-center gap-x-4 gap-y-1 text-3xl sm:text-5xl">
        {columns.map(({ row }, index) => (
          <Fragment key={row.slug}>
            {index > 0 && <span className="text-xl text-muted">vs</span>}{" "}
            <span className="inline-flex items-center gap-2.5">
              <Logo icon={row.icon} name={row.name} size={28} /> {row.name}{" "}
            </span>
          </Fragment>
        ))}
      </h1>
      <p className="mt-2 text-muted">
        {view.asOf === "now"
          ? `As of today, ${day}.`
          : `As of the end of ${view.asOf}: what sources had said, which versions were out, what was supported then. Features are known for today only.`}
      </p>
    </>
  );
}
