import type { WayIn } from "@/lib/moderation/ways-in";
import { routes } from "@/lib/site/routes";
import { LongTextField } from "../form/long-text-field";
import { TextField } from "../form/text-field";

interface Read {
  source: string | null;
  asOf: string | null;
  note: string | null;
}

/** Where what is right was read, and why it isn't as it was. Who improves begins with what stands there. */
export function CorrectedFields({ way, stands }: { way: WayIn; stands: Read | null }) {
  const begin = way === "improve" ? stands : null;
  return (
    <>
      <TextField
        name="url"
        label="Source"
        hint="The page that says so: an address that begins with https://"
        defaultValue={begin?.source ?? ""}
      />
      <TextField
        name="date"
        label="As of"
        hint="When it was so there: a year, a month or a day, such as 2026-11."
        defaultValue={begin?.asOf ?? ""}
      />
      <LongTextField
        name="note"
        label="Note"
        hint="What qualifies it, in a few words. It stands beside it."
        lines={2}
        value={begin?.note ?? ""}
      />
      <LongTextField
        name="why"
        label={way === "dispute" ? "Why isn’t it so?" : "Why?"}
        hint="For the moderator, and for the history of the framework."
        lines={2}
        value=""
        needed={way === "dispute"}
      />
    </>
  );
}

/** What stands there now, above the form that would change it. */
export function Stands({ name, text, read }: { name: string; text: string; read: Read | null }) {
  const { source = null, asOf = null, note = null } = read ?? {};
  return (
    <div className="mt-6 border-l-4 border-line-strong bg-sunken px-4 py-3">
      <h2 className="text-xl font-semibold">{name}</h2>
      <p>
        <span className="text-muted">Now: </span>
        <bdi>{text}</bdi>
        {note && <span className="text-muted">{` · ${note}`}</span>}
      </p>
      {source && (
        <p className="text-sm text-muted">
          <span>{`Read${asOf ? ` as of ${asOf}` : ""} at `}</span>
          <a href={source} className="link break-all" rel="nofollow">
            {source}
          </a>
        </p>
      )}
    </div>
  );
}

/** Chooses what it is about, for who came from none: the form follows on the next page, with what stands there. */
export function Choose({
  slug,
  way,
  kind,
  label,
  options,
}: {
  slug: string;
  way: WayIn;
  kind: "fact" | "check" | "release" | "measure";
  label: string;
  options: { value: string; text: string }[];
}) {
  return (
    <form action={routes.suggest(slug)} className="mt-6">
      <input type="hidden" name="way" value={way} />
      <input type="hidden" name="kind" value={kind} />
      <label className="block text-sm font-medium">
        <span>{label}</span>
        <select name={kind} className="field mt-1 block w-full">
          {options.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button button-strong mt-5">
        Go on
      </button>
    </form>
  );
}
