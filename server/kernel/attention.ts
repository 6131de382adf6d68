/** What waits for a person: how many, and the first of them. Counting ends where it does not matter any more. */
export type Attention<Item> = { count: number; items: Item[] };

/** So many are counted; a screen says "99+". */
export const MOST_ATTENTION = 100;

const SHOWN = 3;

/** Sums up what a query with `limit(MOST_ATTENTION)` has found, the most urgent first. */
export const attention = <Item>(found: readonly Item[]): Attention<Item> => ({
	count: found.length,
	items: found.slice(0, SHOWN),
});
