import type { SuperJSONResult } from "superjson";

type Kind = "Date" | "bigint" | "undefined" | "number";

const decoders: Record<Kind, (value: unknown) => unknown> = {
	Date: (value) => new Date(String(value)),
	bigint: (value) => BigInt(String(value)),
	undefined: () => undefined,
	number: Number,
};

const isContainer = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
const isKind = (value: unknown): value is Kind => typeof value === "string" && value in decoders;

/** `a\.b.c` names the c of what is called "a.b". */
const partsOf = (path: string): string[] =>
	(path.match(/(?:\\.|[^.\\])+/g) ?? [""]).map((part) => part.replace(/\\(.)/g, "$1"));
const escaped = (key: string): string => key.replace(/[\\.]/g, "\\$&");

/**
 * What superjson wrote on the server, as it was: JSON, and beside it where a date, a bigint or nothing stood. The library
 * itself knows far more kinds, and weighs more than a page of the worker's app. A test holds the two to each other.
 */
export function fromWire({ json, meta }: SuperJSONResult): unknown {
	const root = { value: structuredClone(json) as unknown };
	revive(root, ["value"], meta?.values);
	return root.value;
}

/** What is noted is either `[kind]` for a value itself, or its parts by their paths. */
function revive(root: Record<string, unknown>, path: readonly string[], noted: unknown): void {
	if (Array.isArray(noted)) {
		const [kind, ...more] = noted;
		if (!isKind(kind) || more.length > 0)
			throw new Error(`The browser does not know what ${JSON.stringify(noted)} is.`);
		const [last = "", ...before] = path.toReversed();
		const holder = before.reduceRight<unknown>((value, key) => (isContainer(value) ? value[key] : undefined), root);
		if (isContainer(holder)) holder[last] = decoders[kind](holder[last]);
	} else if (isContainer(noted)) {
		for (const [key, parts] of Object.entries(noted)) revive(root, [...path, ...partsOf(key)], parts);
	}
}

/** The same the other way: what superjson on the server will read. */
export function toWire(value: unknown): SuperJSONResult {
	const values: Record<string, [Kind]> = {};
	const json = encode(value, "", values) as SuperJSONResult["json"];
	if (values[""]) return { json, meta: { values: values[""], v: 1 } };
	return Object.keys(values).length > 0 ? { json, meta: { values, v: 1 } } : { json };
}

function encode(value: unknown, path: string, values: Record<string, [Kind]>): unknown {
	const noted = (kind: Kind, json: unknown) => {
		values[path] = [kind];
		return json;
	};
	const below = (key: string | number) => (path === "" ? "" : `${path}.`) + escaped(String(key));
	if (value === undefined) return noted("undefined", null);
	if (typeof value === "bigint") return noted("bigint", String(value));
	if (typeof value === "number" && !Number.isFinite(value)) return noted("number", String(value));
	if (value instanceof Date) return noted("Date", value.toISOString());
	if (Array.isArray(value)) return value.map((item, index) => encode(item, below(index), values));
	if (!isContainer(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, encode(part, below(key), values)]));
}
