import { readFileSync } from "node:fs";
import postgres from "postgres";

type Recorded = { statements: { text: string; values: (string | null)[] }[]; ownIds: string[] };

const file = process.env.STATEMENTS ?? "";
export const recorded: Recorded = file ? JSON.parse(readFileSync(file, "utf8")) : { statements: [], ownIds: [] };

const JSON_TYPES = [114, 3802];
const OTHER_TYPES = [16, 1082, 1114, 1184];

/** What is written is there as PostgreSQL's own text already. */
const asText = (from: number[], parse: (text: string) => unknown) => ({
	to: from[0] ?? 0,
	from,
	serialize: (value: string) => value,
	parse,
});

export const sql = postgres(process.env.DATABASE_URL ?? "", {
	max: Number(process.env.PG_POOL ?? 10),
	fetch_types: false,
	types: { json: asText(JSON_TYPES, JSON.parse), other: asText(OTHER_TYPES, String) },
});
