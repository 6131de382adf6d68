import { database } from "@/db/client";
import type { Ctx, TxCtx } from "./context";

const ATTEMPTS = 4;

/**
 * Runs `work` in one transaction, or joins the one that `ctx` is already in. The outermost call repeats the whole of it when
 * PostgreSQL resolves a deadlock or a serialization conflict against it, so `work` may have no effect outside the database.
 */
export async function withTransaction<Result>(ctx: Ctx, work: (tx: TxCtx) => Promise<Result>): Promise<Result> {
	if (inTransaction(ctx)) return work(ctx);
	for (let attempt = 1; ; attempt++) {
		try {
			return await database().transaction((db) => work({ ...ctx, db, inTransaction: true }));
		} catch (error) {
			if (attempt === ATTEMPTS || !isTransient(error)) throw error;
		}
	}
}

/**
 * Tries `work` and takes back only what it wrote when it throws, leaving the transaction around it usable. For a write
 * that a constraint may refuse and that has an alternative.
 */
export const withSavepoint = <Result>(tx: TxCtx, work: (tx: TxCtx) => Promise<Result>): Promise<Result> =>
	tx.db.transaction((db) => work({ ...tx, db }));

const inTransaction = (ctx: Ctx): ctx is TxCtx => ctx.inTransaction === true;

const DEADLOCK = "40P01";
const SERIALIZATION_FAILURE = "40001";
const EXCLUSION_VIOLATION = "23P01";
const UNIQUE_VIOLATION = "23505";

const isTransient = (error: unknown) => [DEADLOCK, SERIALIZATION_FAILURE].includes(sqlState(error) ?? "");

const LOCK_NOT_AVAILABLE = "55P03";

/** Whether a lock was not to be had within the transaction's `lock_timeout`. */
export const waitedTooLong = (error: unknown): boolean => sqlState(error) === LOCK_NOT_AVAILABLE;

/** Whether an exclusion constraint (of that name, if given) refused the write. */
export const violatesExclusion = (error: unknown, constraint?: string): boolean =>
	violates(error, EXCLUSION_VIOLATION, constraint);

/** Whether the unique key of that name refused the write. */
export const violatesUnique = (error: unknown, key: string): boolean => violates(error, UNIQUE_VIOLATION, key);

function violates(error: unknown, state: string, constraint?: string): boolean {
	const cause = postgresError(error);
	return cause?.code === state && (constraint === undefined || cause.constraint_name === constraint);
}

/** PostgreSQL's own words for going or not being there yet, and the driver's for a connection that could not be had or was cut. */
const AWAY = /^(08|3D000|57P0|53300|CONNECT|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)/;

/** Whether the database could not be reached, or went away in the middle. What was asked for may have happened or not. */
export const databaseIsAway = (error: unknown): boolean => AWAY.test(sqlState(error) ?? "");

const sqlState = (error: unknown): string | undefined => postgresError(error)?.code;

/** Drizzle wraps what the driver throws; the driver's error has the SQL state. */
function postgresError(error: unknown): { code?: string; constraint_name?: string } | undefined {
	for (let current = error; current instanceof Error; current = current.cause) {
		if ("code" in current && typeof current.code === "string") return current as { code: string };
	}
	return undefined;
}
