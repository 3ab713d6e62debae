import { waysIn } from "@/lib/moderation/ways-in";
import { routes } from "@/lib/site/routes";

/**
 * The two ways to say that something should read otherwise, beside where it stands. What isn't known can't be disputed.
 * @param about what it is in an address, such as "fact=licence"
 * @param name its name; else the id of an element that has it
 */
export function WaysIn({
  slug,
  about,
  name,
  named,
  unknown = false,
}: {
  slug: string;
  about: `${"claim" | "fact"}=${string}`;
  name?: string;
  named?: string;
  unknown?: boolean;
}) {
  return (
    <span className="ways-in">
      {waysIn
        .filter(({ id }) => !unknown || id === "improve")
        .map((way) => (
          <a
            key={way.id}
            href={`${routes.suggest(slug)}?way=${way.id}&${about}`}
            aria-label={name && `${way.name}: ${name}`}
            aria-describedby={named}
          >
            {way.name}
          </a>
        ))}
    </span>
  );
}

/**
 * The one link where so many stand in a table that two each would be most of the page: behind it are both ways.
 * @param about what it is in an address, such as "check=orm"; "kind=release" has it chosen on the page itself
 */
export function OneWayIn({
  slug,
  about,
  unknown = false,
}: {
  slug: string;
  about: `${"check" | "measure" | "kind"}=${string}`;
  unknown?: boolean;
}) {
  return (
    <a href={`${routes.suggest(slug)}?way=${unknown ? "improve" : "dispute"}&${about}`} className="ways-in">
      {unknown ? "Improve" : "Dispute or improve"}
    </a>
  );
}
