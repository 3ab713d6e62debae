import type { Found } from "@/lib/search/schema";
import { routes } from "@/lib/site/routes";

/** Says plainly that nothing is called so, what there is instead, and how to have it added. */
export function NotHere({ query, found }: { query: string; found: Found }) {
  const some = found.groups.length > 0;
  return (
    <div className="notice mt-8 max-w-2xl">
      <p className="text-lg font-medium">
        Nothing here is called “<bdi>{query}</bdi>”.
      </p>
      <p className="mt-1">
        {found.called
          ? "Did you mean one of these?"
          : some
            ? "These are close, or mention it:"
            : "Nothing has a similar name, and no claim mentions it."}{" "}
        Is it a back-end framework?{" "}
        <a href={routes.suggestNamed(query)} rel="nofollow" className="link">
          Suggest it
        </a>
        {!some && (
          <>
            , or look through{" "}
            <a href={routes.frameworks} className="link">
              all frameworks
            </a>
          </>
        )}
        .
      </p>
    </div>
  );
}
