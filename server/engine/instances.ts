import { hostname } from "node:os";
import { ownConnection } from "@/db/client";
import { log } from "@/server/platform/log";
import type { Sql } from "./store";

/** Any constant of its own, for the locks by which instances show that they live. */
const ALIVE = 7_272_732;

/** What an instance does in the background, and for which contexts (as in `FUNCTIONS`). */
type Work = { work: "embedded" | "inngest" | "none"; functions: string };

export type LivingInstance = Work & { number: number; host: string; pid: number; startedAt: Date };

export type Instance = {
	number: number;
	/** Shows that the instance lives, anew if its connection was cut. */
	showLife(): Promise<unknown>;
	/** Keeps the leases of the calls under way from running out. */
	renewLeases(taskIds: readonly string[], leaseMs: number): Promise<unknown>;
	leave(): Promise<void>;
};

/**
 * Joins the instances of this installation. A lock of the session shows that this one lives: when the process dies, however
 * it dies, PostgreSQL lets go of it, and the others need not wait for the leases to run out.
 */
export async function joinInstances({ work, functions }: Work): Promise<Instance> {
	const connection = ownConnection();
	const [row] = await connection<{ number: number }[]>`select nextval('engine.instance_numbers')::int as number`;
	const number = row?.number ?? 0;
	await showLife(connection, number);
	await connection`
		insert into engine.instances (number, host, pid, functions, work)
		values (${number}, ${hostname()}, ${process.pid}, ${functions}, ${work})
		on conflict (number) do update set host = excluded.host, pid = excluded.pid, functions = excluded.functions,
			work = excluded.work, started_at = now()`;
	return {
		number,
		showLife: async () => showLife(connection, number),
		renewLeases: async (taskIds, leaseMs) => renew(connection, number, taskIds, leaseMs),
		async leave() {
			await connection`delete from engine.instances where number = ${number}`.catch((error) =>
				log.warn({ err: error }, "this instance could not take its name off the list"),
			);
			await connection.end({ timeout: 5 });
		},
	};
}

/** After a broken connection the lock is gone. The others may have taken what this instance has: the fence holds. */
const showLife = (connection: Sql, number: number) =>
	connection`
		select pg_advisory_lock(${ALIVE}, ${number})
		where not exists (
			select from pg_locks where locktype = 'advisory' and classid = ${ALIVE} and objid = ${number}
				and pid = pg_backend_pid())`;

const renew = (connection: Sql, number: number, taskIds: readonly string[], leaseMs: number) =>
	connection`
		update engine.tasks set due_at = now() + ${leaseMs} * interval '1 millisecond'
		where id in (
			select id from engine.tasks where leased_by = ${number} and id = any(${[...taskIds]}::bigint[])
			order by id for update skip locked)`;

/** The numbers of the instances that live. */
const LIVING = `select objid::bigint::int from pg_locks
	where locktype = 'advisory' and classid = ${ALIVE} and objsubid = 2 and granted
		and database = (select oid from pg_database where datname = current_database())`;

/** Instances that live, in the order in which they came. */
export const livingInstances = (sql: Sql): Promise<LivingInstance[]> =>
	sql<LivingInstance[]>`
		select number, host, pid, functions, work, started_at as "startedAt" from engine.instances
		where number in (${sql.unsafe(LIVING)}) order by started_at, number`;

/** Gives back the calls of instances that have died. Says how many. */
export async function freeLeasesOfTheDead(sql: Sql): Promise<number> {
	const freed = await sql`
		update engine.tasks set leased_by = null, due_at = now()
		where leased_by is not null and leased_by not in (${sql.unsafe(LIVING)})`;
	await sql`
		delete from engine.instances where started_at < now() - interval '1 minute' and number not in (${sql.unsafe(LIVING)})`;
	return freed.count;
}
