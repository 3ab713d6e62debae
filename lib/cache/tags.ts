/** Everything public carries this tag, and is rendered anew after an hour at the latest, because support dates pass. */
export const catalogueTag = "catalogue";

/** What shows numbers of votes and ratings of many frameworks. */
export const communityTag = "community";

/** What shows one framework. */
export const frameworkTag = (slug: string) => `framework:${slug}`;

/** What says whether there is demonstration data: every page. */
export const demoTag = "demo";
