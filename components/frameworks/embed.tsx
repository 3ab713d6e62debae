import { siteName, siteUrl } from "@/lib/site/identity";
import { routes } from "@/lib/site/routes";

/** How to show what is known of a framework on a page of one's own. */
export function Embed({ slug, name }: { slug: string; name: string }) {
  const page = `${siteUrl()}${routes.framework(slug)}`;
  const pictures = [
    { id: "badge", height: 20 },
    { id: "card", height: 220 },
  ];
  return (
    <details className="no-print mt-6">
      <summary className="text-sm text-muted">A badge and a card for your page</summary>
      {pictures.map(({ id, height }) => (
        <div key={id} className="mt-3">
          {/* oxlint-disable-next-line next/no-img-element -- a small SVG: there is nothing to optimise */}
          <img
            src={`${routes.framework(slug)}/${id}.svg`}
            alt={`${name} on ${siteName}`}
            height={height}
            loading="lazy"
            className="max-w-full"
          />
          <pre
            className="mt-2 overflow-x-auto border border-line bg-sunken p-2 text-xs"
            tabIndex={0}
            aria-label={`Code of the ${id}`}
          >
            {`<a href="${page}"><img src="${page}/${id}.svg" alt="${name} on ${siteName}" height="${height}"></a>\n\n[![${name} on ${siteName}](${page}/${id}.svg)](${page})`}
          </pre>
        </div>
      ))}
      <p className="mt-3 text-sm">
        {`Do you maintain ${name}? `}
        <a href={routes.maintain(slug)} rel="nofollow" className="link">
          Reply to claims, marked as that
        </a>
      </p>
    </details>
  );
}
