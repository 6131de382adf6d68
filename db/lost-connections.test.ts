import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type Database, database, rawSql } from "./client";

/** How often each is tried: what is being looked for depends on what the socket says first. */
const ROUNDS = 5;

const uncaught: unknown[] = [];
const note = (error: unknown) => void uncaught.push(error);
beforeAll(async () => {
	process.on("uncaughtException", note);
	await rawSql()`create table public.notes (text text)`;
});
beforeEach(() => rawSql()`truncate public.notes`);
afterAll(() => void process.off("uncaughtException", note));

const soon = (ms = 20) => new Promise((resolve) => setTimeout(resolve, ms));

/** Ends a connection as a restart of PostgreSQL does, and waits until it is gone. */
async function cut(pid: number): Promise<void> {
	await rawSql()`select pg_terminate_backend(${pid}, 5000)`;
	await soon();
}

async function pidOf(db: Database): Promise<number> {
	const [row] = await db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
	return row?.pid ?? 0;
}

const write = (db: Database, text: string) => db.execute(sql`insert into public.notes values (${text})`);
const written = async () => (await rawSql()<{ text: string }[]>`select text from public.notes`).map(({ text }) => text);

const tryEveryConnection = () =>
	Promise.allSettled(Array.from({ length: 20 }, () => database().execute(sql`select pg_sleep(0.01)`)));

/** Everything that the work left behind has run, and every connection has been used since. */
async function afterwards(): Promise<void> {
	await soon(50);
	// The driver tells the first query after a cut of the earlier one's end; the next is well again.
	await tryEveryConnection();
	expect((await tryEveryConnection()).filter(({ status }) => status === "rejected")).toEqual([]);
	expect(uncaught).toEqual([]);
}

const ways: Record<string, (tx: Database) => Promise<unknown>> = {
	"before its next query": async (tx) => {
		await write(tx, "before");
		await cut(await pidOf(tx));
		await write(tx, "after");
	},
	"while a query is under way": async (tx) => {
		await write(tx, "before");
		const pid = await pidOf(tx);
		await Promise.all([tx.execute(sql`select pg_sleep(5)`), cut(pid)]);
	},
	"while a query is under way, whose failure the work takes for nothing": async (tx) => {
		const pid = await pidOf(tx);
		await Promise.all([tx.execute(sql`select pg_sleep(5)`).catch(() => {}), cut(pid)]);
		await write(tx, "after");
	},
	"before its commit": async (tx) => {
		await write(tx, "before");
		await cut(await pidOf(tx));
	},
	"before the work fails by itself": async (tx) => {
		await write(tx, "before");
		await cut(await pidOf(tx));
		throw new Error("a rule said no");
	},
	"within a savepoint": async (tx) => {
		await tx.transaction(async (inner) => {
			await write(inner, "before");
			await cut(await pidOf(inner));
			await write(inner, "after");
		});
	},
	"before a savepoint": async (tx) => {
		await write(tx, "before");
		await cut(await pidOf(tx));
		await tx.transaction((inner) => write(inner, "after"));
	},
	"and others have opened it anew before the work goes on": async (tx) => {
		await cut(await pidOf(tx));
		await tryEveryConnection();
		await write(tx, "after").catch(() => {});
		await write(tx, "after");
	},
};

describe("a transaction whose connection is cut", () => {
	it.each(Object.entries(ways))("%s: fails, has written nothing, and the process lives", async (_when, work) => {
		for (let round = 0; round < ROUNDS; round++) {
			const error: unknown = await database()
				.transaction(work)
				.then(
					() => "committed",
					(reason: unknown) => reason,
				);
			expect(error).toBeInstanceOf(Error);
			await afterwards();
			expect(await written()).toEqual([]);
		}
	});

	it("lets its work come to an end, so that what it holds besides is let go", async () => {
		const letGo = vi.fn();
		await expect(
			database().transaction(async (tx) => {
				try {
					await tx.transaction(async (inner) => {
						await cut(await pidOf(inner));
						await write(inner, "after");
					});
				} finally {
					letGo();
				}
			}),
		).rejects.toThrow();
		await afterwards();
		expect(letGo).toHaveBeenCalled();
	});

	it("is refused in hand-written SQL as well", async () => {
		const lost = rawSql().begin(async (tx) => {
			const [row] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`;
			await cut(row?.pid ?? 0);
			await tx`insert into public.notes values ('after')`;
		});
		await expect(lost).rejects.toMatchObject({ code: "CONNECTION_CLOSED" });
		await afterwards();
		expect(await written()).toEqual([]);
	});
});
