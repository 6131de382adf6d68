import { z } from "zod";
import { moment } from "./text";

/** What a list can be sorted by. A cursor's values come from outside, so each kind says which it takes. */
const keyKinds = {
	instant: z.iso.datetime({ offset: true }).refine((text) => moment.safeParse(new Date(text)).success),
	day: z
		.string()
		.regex(/^\d{4}-\d\d-\d\d$/)
		.pipe(z.iso.date()),
	count: z.string().regex(/^\d{1,9}$/),
	amount: z.string().regex(/^-?\d{1,15}$/),
	id: z.uuid(),
	text: z
		.string()
		.max(254)
		.refine((text) => !text.includes("\u0000")),
} satisfies Record<string, z.ZodType<string>>;

export type KeyKind = keyof typeof keyKinds;

const SEPARATOR = "~";
const LONGEST_CURSOR = 1000;
const LONGEST_PAGE = 100;
const PAGE = 50;

/** A place in a sorted list as text, for the address of a page: the values of the row it stands at. */
export const toCursor = (values: readonly unknown[]): string =>
	values.map((value) => encodeURIComponent(String(value)).replaceAll(SEPARATOR, "%7E")).join(SEPARATOR);

/** The values of a place, or null when the text is no place in a list sorted by such values. */
export function fromCursor(cursor: string, kinds: readonly KeyKind[]): string[] | null {
	const parts = cursor.split(SEPARATOR).map(decoded);
	const fits = parts.length === kinds.length && kinds.every((kind, at) => keyKinds[kind].safeParse(parts[at]).success);
	return fits ? parts.filter((part) => part !== null) : null;
}

function decoded(text: string): string | null {
	try {
		return decodeURIComponent(text);
	} catch {
		return null;
	}
}

type Filters = Record<string, z.ZodType<string, string>>;
type Sorts = Record<string, readonly KeyKind[]>;
type OptionalFilters<Given extends Filters> = { [Name in keyof Given]: z.ZodOptional<Given[Name]> };

type Given<F extends Filters, S extends Sorts> = {
	/** What it is called in saved views and exports. */
	name: string;
	/** Each is a text as it stands in the address. */
	filters: F;
	/** By what it can be sorted: the values of the key, the last of them unique. */
	sorts: S;
	/** How it is sorted unless asked otherwise. */
	sort: keyof S & string;
	order: "asc" | "desc";
	/** Filters with which only the list's own sort goes: no index could serve them in another order. */
	onlySortedAsUsual?: readonly (keyof F & string)[];
};

/**
 * One list of the office, declared once: the input of its procedure, what the address of its page may say, and its cursors.
 * Pages go by key (`after`, `before`), never by offset, so that the last one is as fast as the first.
 */
export function defineList<const F extends Filters, const S extends Sorts>({
	name,
	filters,
	sorts,
	onlySortedAsUsual = [],
	...first
}: Given<F, S>) {
	const optional = Object.fromEntries(
		Object.entries(filters).map(([key, filter]) => [key, filter.optional()]),
	) as OptionalFilters<F>;
	const filtersOnly = z.object(optional);
	const shape = {
		...optional,
		sort: z.enum(Object.keys(sorts) as [keyof S & string]).default(first.sort as never),
		order: z.enum(["asc", "desc"]).default(first.order),
		/** The page that follows this place, or the one that comes before it. */
		after: z.string().max(LONGEST_CURSOR).optional(),
		before: z.string().max(LONGEST_CURSOR).optional(),
		limit: z.int().min(1).max(LONGEST_PAGE).default(PAGE),
	};
	const fits = (asked: { sort?: unknown; after?: unknown; before?: unknown }) =>
		[asked.after, asked.before].every(
			(cursor) => typeof cursor !== "string" || fromCursor(cursor, sorts[String(asked.sort)] ?? []) !== null,
		);
	const isSortable = (asked: Record<string, unknown>) =>
		asked.sort === first.sort || onlySortedAsUsual.every((filter) => asked[filter] === undefined);
	const input = z
		.object(shape)
		.refine(fits, { path: ["after"], message: "cursor" })
		.refine(isSortable, { path: ["sort"], message: "sort" });
	const known: Record<string, z.ZodType> = {
		...filters,
		sort: shape.sort,
		order: shape.order,
		after: shape.after,
		before: shape.before,
	};

	/** What the address asks for, as the procedure takes it; what it can't mean is left out. */
	function fromAddress(address: { get(name: string): string | null }): z.output<typeof input> {
		const asked: Record<string, unknown> = {};
		for (const [key, schema] of Object.entries(known)) {
			const parsed = schema.safeParse(address.get(key) ?? undefined);
			if (parsed.success && parsed.data !== undefined && parsed.data !== "") asked[key] = parsed.data;
		}
		if (asked.sort !== undefined && !isSortable(asked)) delete asked.sort;
		const whole = input.safeParse(asked);
		return whole.success ? whole.data : input.parse({ ...asked, after: undefined, before: undefined });
	}

	return {
		name,
		sorts,
		filterNames: Object.keys(filters) as (keyof F & string)[],
		/** For the procedure that gives a page. */
		input,
		/** For the procedure that counts. */
		filtersOnly,
		fromAddress,
	};
}
