import { routes } from "@/lib/site/routes";

/** Frameworks by name in a sentence, each leading to its page. */
export function FrameworkLinks({ frameworks }: { frameworks: readonly { slug: string; name: string }[] }) {
  return frameworks.map(({ slug, name }, index) => (
    <span key={slug}>
      <span>{index > 0 && ", "}</span>
      <a href={routes.framework(slug)} className="link">
        {name}
      </a>
    </span>
  ));
}
