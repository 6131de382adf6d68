/** The public pages that are to be found by search, without the language. */
export const sitePaths = [
	"/",
	"/how-it-works",
	"/prices",
	"/for-workers",
	"/apply",
	"/privacy",
	"/terms",
	"/imprint",
] as const;

export type SitePath = (typeof sitePaths)[number];
