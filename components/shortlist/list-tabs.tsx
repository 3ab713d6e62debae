import type { ListView } from "@/lib/shortlist/queries";
import { routes } from "@/lib/site/routes";

/** Leads from one of several lists to another. */
export function ListTabs({ lists, open }: { lists: ListView[]; open: ListView | null }) {
  if (lists.length < 2) return null;
  return (
    <nav aria-label="Your lists" className="mt-4 flex flex-wrap gap-2">
      {lists.map((list) => (
        <a
          key={list.id}
          href={`${routes.shortlist}?list=${list.id}`}
          aria-current={list.id === open?.id ? "page" : undefined}
          className="choice aria-[current]:border-ink"
        >
          <bdi>{list.name}</bdi> <span className="count">{list.entries.length}</span>
        </a>
      ))}
    </nav>
  );
}
