import type { Metadata } from "next";
import { FindAgain } from "@/components/site/find-again";
import { routes } from "@/lib/site/routes";

/** Rendered by the build, which doesn't know the site's address: nothing to share that would need it. */
export const metadata: Metadata = { title: "Not found", openGraph: null, twitter: null };

export default function NotFound() {
  return (
    <div className="mx-auto max-w-2xl py-20">
      <p className="eyebrow">404</p>
      <h1 className="mt-2 text-5xl">There is no such page.</h1>
      <p className="mt-4 text-lg">It may have been renamed, or a letter is off. The search forgives typos:</p>
      <FindAgain />
      <ul className="mt-8 flex flex-wrap gap-2">
        <li>
          <a href={routes.frameworks} className="choice">
            All frameworks
          </a>
        </li>
        <li>
          <a href={routes.compare} className="choice">
            Compare
          </a>
        </li>
        <li>
          <a href={routes.home} className="choice">
            Home
          </a>
        </li>
      </ul>
    </div>
  );
}
