import { rawSql } from "@/db/client";
import journal from "@/db/migrations/meta/_journal.json";
import { log } from "@/server/platform/log";

const ANSWER_WITHIN_MS = 2_000;

type Check = { ok: boolean; [detail: string]: boolean | number | null };

/** The process answers; whether it should be given work is what `ready` says. */
export const live = (): Response => Response.json({ status: "live" });

/** Whether this instance can serve: the database answers, and its schema is at least the one that this build knows. */
export async function ready(): Promise<Response> {
	const checks = { database: await check(databaseAnswers), migrations: await check(schemaIsCurrent) };
	const ok = Object.values(checks).every((each) => each.ok);
	return Response.json(
		{ status: ok ? "ready" : "not ready", checks },
		{ status: ok ? 200 : 503, headers: { "cache-control": "no-store" } },
	);
}

async function databaseAnswers(): Promise<Check> {
	await rawSql()`select 1`;
	return { ok: true };
}

/** A newer schema is fine: while instances are replaced one by one, the old ones go on serving. */
async function schemaIsCurrent(): Promise<Check> {
	const expected = Math.max(...journal.entries.map((entry) => entry.when));
	const [row] = await rawSql()<{ at: string | null }[]>`select max(created_at) as at from drizzle.__drizzle_migrations`;
	const applied = row?.at ? Number(row.at) : null;
	return { ok: applied !== null && applied >= expected, expected, applied };
}

async function check(ask: () => Promise<Check>): Promise<Check> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new Error("no answer in time")), ANSWER_WITHIN_MS);
	});
	try {
		return await Promise.race([ask(), late]);
	} catch (error) {
		log.error({ err: error, check: ask.name }, "health check failed");
		return { ok: false };
	} finally {
		clearTimeout(timer);
	}
}
