import type postgres from "postgres";
import type { Sql } from "./store";

/** Any constant of its own, for the locks by which instances show that they live. */
const ALIVE = 7_272_732;

export type Instance = {
	number: number;
	/** Keeps the leases of the calls under way from running out. */
	renewLeases(taskIds: readonly string[], leaseMs: number): Promise<void>;
	leave(): Promise<void>;
};

/**
 * Joins the instances of this installation. A lock of the session shows that this one lives: when the process dies, however
 * it dies, PostgreSQL lets go of it, and the others need not wait for the leases to run out.
 */
export async function joinInstances(sql: Sql): Promise<Instance> {
	let connection = await sql.reserve();
	const [row] = await connection<{ number: number }[]>`select nextval('engine.instance_numbers')::int as number`;
	const number = row?.number ?? 0;
	const showLife = (on: postgres.ReservedSql) => on`select pg_advisory_lock(${ALIVE}, ${number})`;
	await showLife(connection);
	return {
		number,
		async renewLeases(taskIds, leaseMs) {
			try {
				await renew(connection, number, taskIds, leaseMs);
			} catch {
				// The connection broke. Until there is another, the others may take what this instance has: the fence holds.
				connection.release();
				connection = await sql.reserve();
				await showLife(connection);
				await renew(connection, number, taskIds, leaseMs);
			}
		},
		async leave() {
			await connection`select pg_advisory_unlock(${ALIVE}, ${number})`.catch(() => {});
			connection.release();
		},
	};
}

const renew = (on: postgres.ReservedSql, number: number, taskIds: readonly string[], leaseMs: number) =>
	on`
		update engine.tasks set due_at = now() + ${leaseMs} * interval '1 millisecond'
		where id in (
			select id from engine.tasks where leased_by = ${number} and id = any(${[...taskIds]}::bigint[])
			order by id for update skip locked)`;

/** Gives back the calls of instances that have died. Says how many. */
export async function freeLeasesOfTheDead(sql: Sql): Promise<number> {
	const freed = await sql`
		update engine.tasks set leased_by = null, due_at = now()
		where leased_by is not null and leased_by not in (
			select objid::bigint::int from pg_locks
			where locktype = 'advisory' and classid = ${ALIVE} and objsubid = 2 and granted
				and database = (select oid from pg_database where datname = current_database()))`;
	return freed.count;
}
