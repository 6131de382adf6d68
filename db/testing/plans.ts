import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { Ctx } from "@/server/platform/context";

type Node = {
	"Node Type": string;
	Schema?: string;
	"Relation Name"?: string;
	"Actual Rows": number;
	"Actual Loops": number;
	"Rows Removed by Filter"?: number;
	"Rows Removed by Index Recheck"?: number;
	Plans?: Node[];
};

/** How PostgreSQL answered one statement. */
export type Plan = {
	query: string;
	/** Tables that were read in no order, as `schema.table`, and how much of each. */
	scanned: { table: string; rows: number }[];
	/** How many rows were looked at, of all tables, whether they were wanted or not. */
	rowsRead: number;
};

/**
 * Runs `work` with a context that writes down its statements, then has PostgreSQL explain each by running it once more.
 * The statements are the very ones that the code sends, so that nothing can be proven about a copy.
 */
export function planReader(url: string) {
	const listening = postgres(url, { max: 1, onnotice: () => {} });
	const asking = postgres(url, { max: 1, onnotice: () => {} });
	const said: { query: string; params: unknown[] }[] = [];
	const db = drizzle(listening, { logger: { logQuery: (query, params) => said.push({ query, params }) } });

	async function explain(query: string, params: unknown[]): Promise<Plan> {
		const [row] = await asking.unsafe<{ "QUERY PLAN": [{ Plan: Node }] }[]>(
			`explain (analyze, verbose, timing off, format json) ${query}`,
			params as postgres.ParameterOrJSON<never>[],
		);
		const nodes = row ? all(row["QUERY PLAN"][0].Plan) : [];
		return {
			query,
			scanned: nodes
				.filter((node) => node["Node Type"] === "Seq Scan")
				.map((node) => ({ table: `${node.Schema}.${node["Relation Name"]}`, rows: readBy(node) })),
			rowsRead: nodes.filter((node) => node["Relation Name"]).reduce((sum, node) => sum + readBy(node), 0),
		};
	}

	return {
		/** What `work` answers, and how PostgreSQL found it. */
		async read<Answer>(ctx: Ctx, work: (ctx: Ctx) => Promise<Answer>): Promise<{ answer: Answer; plans: Plan[] }> {
			said.length = 0;
			const answer = await work({ ...ctx, db });
			const plans: Plan[] = [];
			for (const { query, params } of said.slice()) plans.push(await explain(query, params));
			return { answer, plans };
		},
		close: () => Promise.all([listening.end(), asking.end()]),
	};
}

const all = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(all)];

const readBy = (node: Node): number =>
	node["Actual Loops"] *
	(node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0) + (node["Rows Removed by Index Recheck"] ?? 0));
