import { type WayIn, waysIn } from "@/lib/moderation/ways-in";
import { routes } from "@/lib/site/routes";

/**
 * The two ways to say that something should read otherwise, beside where it stands. What isn't known can't be disputed.
 * @param about what it is in an address, such as "fact=licence"
 * @param what its name, or the id of an element that has it
 */
export function WaysIn({
  slug,
  about,
  what,
  isKnown = true,
}: {
  slug: string;
  about: `${"claim" | "fact" | "check"}=${string}`;
  what: { name: string } | { id: string };
  isKnown?: boolean;
}) {
  const link = (id: WayIn, name: string) => (
    <a
      key={id}
      href={`${routes.suggest(slug)}?way=${id}&${about}`}
      rel="nofollow"
      className="link"
      {...("id" in what ? { "aria-describedby": what.id } : { "aria-label": `${name}: ${what.name}` })}
    >
      {name}
    </a>
  );
  return (
    <span className="no-print ways-in">
      {waysIn.map(({ id, name }) => (isKnown || id === "improve") && link(id, name))}
    </span>
  );
}
