import { factText } from "@/lib/frameworks/facts";
import type { FrameworkView } from "@/lib/frameworks/framework";
import { siteUrl } from "@/lib/site/identity";
import { routes } from "@/lib/site/routes";

/** A framework as search engines read it. */
export function structuredData(framework: FrameworkView) {
  const { name, tagline, slug, facts } = framework;
  return {
    "@type": "SoftwareApplication",
    name,
    description: tagline,
    applicationCategory: "DeveloperApplication",
    operatingSystem: factText(facts.platform) ?? undefined,
    softwareVersion: facts.latest?.value?.version,
    license: factText(facts.licence) ?? undefined,
    sameAs: [factText(facts.website), factText(facts.repository)].filter(Boolean),
    url: `${siteUrl()}${routes.framework(slug)}`,
  };
}
