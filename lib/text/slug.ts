/** What names a framework, a claim or a source in an address: lower-case words joined by hyphens. */
export const slugForm = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const longestSlug = 60;

export const isSlug = (text: string): boolean => text.length <= longestSlug && slugForm.test(text);
