import { siteUrl } from "../site/identity.ts";
import { routes } from "../site/routes.ts";
import { basePath } from "./endpoint.ts";

/** The address of something in the API. @param path below `basePath` */
export const apiUrl = (path: string) => `${siteUrl()}${basePath}${path}`;

/** The address of a page for readers. */
export const pageUrl = (path: string) => `${siteUrl()}${path}`;

/** A claim's id: slugs hold no dot, so it can be taken apart again. */
export const claimIdOf = (framework: string, claim: string) => `${framework}.${claim}`;

export const claimPage = (framework: string, claim: string) => pageUrl(`${routes.framework(framework)}#claim-${claim}`);
