/** The first line of a table: names of columns, those of figures to the right. */
export function TableHead({ names, figures }: { names: readonly string[]; figures?: readonly string[] }) {
  return (
    <thead>
      <tr className="text-left text-sm text-muted">
        {names.map((name, index) => (
          <th
            // Names may be people's, who may have the same.
            key={index}
            scope="col"
            className={`py-1 pr-4 font-normal ${figures?.includes(name) ? "text-right" : ""}`}
          >
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}
