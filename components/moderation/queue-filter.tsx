import { kinds, suggestionKinds } from "@/lib/moderation/kinds";
import type { QueueFilter } from "@/lib/moderation/queries";
import { routes } from "@/lib/site/routes";

const ages = [
  { days: 0, text: "any time" },
  { days: 1, text: "a day or more" },
  { days: 7, text: "a week or more" },
  { days: 30, text: "a month or more" },
];

/** Narrows what waits by kind, framework and age; the address says it, without scripts too. */
export function QueueFilterForm({
  filter,
  frameworks,
  shown,
  waiting,
}: {
  filter: QueueFilter;
  frameworks: { slug: string; name: string }[];
  shown: number;
  waiting: number;
}) {
  const fields = [
    {
      name: "kind",
      label: "Kind",
      value: filter.kind ?? "",
      options: [
        { value: "", text: "all" },
        ...suggestionKinds.map((kind) => ({ value: kind, text: kinds[kind].name })),
      ],
    },
    {
      name: "framework",
      label: "Framework",
      value: filter.framework ?? "",
      options: [{ value: "", text: "all" }, ...frameworks.map(({ slug, name }) => ({ value: slug, text: name }))],
    },
    {
      name: "days",
      label: "Has waited",
      value: String(filter.days),
      options: ages.map(({ days, text }) => ({ value: String(days), text })),
    },
  ];
  return (
    <form action={routes.moderation} className="no-print mt-3 flex flex-wrap items-end gap-3">
      {fields.map(({ name, label, value, options }) => (
        <label key={name} className="text-sm">
          <span>{label}</span>
          <select name={name} key={value} defaultValue={value} className="field mt-0.5 block text-sm">
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.text}
              </option>
            ))}
          </select>
        </label>
      ))}
      <button type="submit" className="button">
        Filter
      </button>
      {shown < waiting && (
        <p className="text-sm text-muted">
          <span>{`${shown} of ${waiting}. `}</span>
          <a href={routes.moderation} className="link">
            Show all
          </a>
        </p>
      )}
    </form>
  );
}
