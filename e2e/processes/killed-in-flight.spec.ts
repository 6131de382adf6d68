import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import postgres from "postgres";
import { ask, type Caller, Refused, signedIn, tell, upload } from "../_support/caller";
import { attempt, chance, type Deed, shuffled } from "../_support/deeds";
import { kill, treeOf } from "../_support/processes";
import { seededDataDir } from "../_support/seeded";
import { type AppServer, removeDataDir, startServer } from "../_support/server";

const ORDERS = 100;
/** Of them so many are there before, handed out to begin with. */
const EARLY = 18;
/** As many as there are workers. */
const AT_ONCE = 6;
const clients = ["loyal-client", "new-client"];
const workers = ["barsik", "tisha", "rysya", "bogatyr", "siama", "sizy"];
const HALF_HOUR = 30 * 60_000;

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1e9));
const random = chance(seed);

let server: AppServer;
let dataDir: string;
let sql: postgres.Sql;
const people = new Map<string, Caller>();
const orders: string[] = [];

const as = (persona: string): Caller => {
	const caller = people.get(persona);
	if (!caller) throw new Error(`${persona} is not signed in`);
	return caller;
};

function connect(): postgres.Sql {
	const { POSTGRES_PASSWORD } = JSON.parse(readFileSync(path.join(dataDir, "secrets.json"), "utf8"));
	const port = Number(readFileSync(path.join(dataDir, "database.port"), "utf8"));
	return postgres({ host: "127.0.0.1", port, user: "mcf", password: POSTGRES_PASSWORD, database: "postgres", max: 2 });
}

async function start(port?: number): Promise<void> {
	server = await startServer({ dataDir, port });
	sql = connect();
}

async function killAndStart(victims: ("starter" | "web" | "database")[]): Promise<void> {
	const tree = treeOf(server);
	for (const victim of victims) kill(tree[victim]);
	await server.exited;
	await sql.end({ timeout: 1 });
	await start(server.port);
}

test.beforeAll(async () => {
	test.setTimeout(300_000);
	dataDir = await seededDataDir();
	await start();
	for (const persona of [...clients, ...workers, "warehouse", "manager"])
		people.set(persona, await signedIn(server.url, persona));
	// Every half hour somebody begins where another job has just ended: that needs a chain that leaves no time for the way.
	const reason = "Everybody lives next door";
	await tell(as("manager"), "matching.sharePipeline", { version: 3, percent: 0, reason });
	await tell(as("manager"), "matching.rollBackPipeline", { active: 2, reason });
});
test.afterAll(async () => {
	await sql.end({ timeout: 1 });
	await server.stop();
	removeDataDir(dataDir);
});

const liveUntil = (moment: Date) => tell(as("warehouse"), "demo.travel", { to: moment });

/** The first moment of tomorrow's work, and the shortest of the services. */
async function plan() {
	const [types, zones, { days }] = await Promise.all([
		ask<{ serviceTypeId: string; durationMinutes: number }[]>(as("loyal-client"), "ordering.listServiceTypes"),
		ask<{ zoneId: string }[]>(as("loyal-client"), "ordering.listZones"),
		ask<{ days: { starts: string[] }[] }>(as("loyal-client"), "ordering.listStartTimes", {}),
	]);
	const type = types.find(({ durationMinutes }) => durationMinutes <= 30);
	const opening = days[1]?.starts[0];
	const [zone] = zones;
	if (!type || !zone || !opening) throw new Error("nothing can be ordered in this demo");
	return { serviceTypeId: type.serviceTypeId, zoneId: zone.zoneId, opening: new Date(opening).getTime() };
}

type Chore = { client: Caller; request: { idempotencyKey: string; startsAt: Date }; orderId?: string };

function chores({ serviceTypeId, zoneId, opening }: Awaited<ReturnType<typeof plan>>): Chore[] {
	return Array.from({ length: ORDERS }, (_, index) => ({
		client: as(clients[index % clients.length] ?? ""),
		request: {
			idempotencyKey: crypto.randomUUID(),
			...{ serviceTypeId, description: `Chore ${index}` },
			place: { zoneId, address: "Cat street 9", note: "" },
			contact: { name: "Murka", phone: "+79990001122" },
			// Those that are placed while others are worked on begin two hours later: nothing sooner is offered.
			startsAt: new Date(opening + (Math.floor(index / AT_ONCE) + (index < EARLY ? 0 : 2)) * HALF_HOUR),
		},
	}));
}

const placing = (chore: Chore): Deed => ({
	name: "place",
	async run() {
		const { orderId } = await tell<{ orderId: string }>(chore.client, "ordering.placeOrder", chore.request);
		// What was answered before the server died holds after it.
		expect(chore.orderId ?? orderId).toBe(orderId);
		if (!chore.orderId) orders.push(orderId);
		chore.orderId = orderId;
	},
});

/** Cancels an order once it is placed, at whatever it costs by then. */
const cancelling = (chore: Chore): Deed => ({
	name: "cancel",
	async run() {
		await placing(chore).run();
		const { orderId } = chore;
		for (;;) {
			try {
				const { amount } = await ask<{ amount: bigint }>(chore.client, "ordering.getCancellationQuote", { orderId });
				await tell(chore.client, "ordering.requestCancellation", { orderId, amount });
				return;
			} catch (error) {
				if (!(error instanceof Refused)) throw error;
				if (error.code === "ordering.already_ended") return; // the request had arrived after all
				if (error.code !== "ordering.amount_changed") throw error;
			}
		}
	},
});

type Job = { orderId: string; worker: string; kit: string };

/** The jobs of ours that begin then, and whose they are. */
const jobsAt = (moments: Date[]): Promise<Job[]> => sql<Job[]>`
	select o.id as "orderId", lower(split_part(a.name, ' ', 1)) as worker, k.id as kit
	from ordering.orders o join identity.accounts a on a.worker_id = o.worker_id
	join supplies.kits k on k.order_id = o.id and k.assignment = o.assignment
	where o.id = any(${orders}::uuid[]) and o.state = 'assigned' and o.starts_at = any(${moments.map((moment) => moment.toISOString())}::timestamptz[])
	order by o.starts_at, o.id`;

/** Once or again: that it has been done already is no failure of whoever had no answer the first time. */
async function unlessDone(codes: string[], work: () => Promise<unknown>): Promise<void> {
	try {
		await work();
	} catch (error) {
		if (!(error instanceof Refused && codes.includes(error.code))) throw error;
	}
}

/** Execution hears of a kit a moment after the warehouse has handed it out. */
async function onceTheKitIsKnown(work: () => Promise<unknown>): Promise<void> {
	for (;;) {
		try {
			return void (await work());
		} catch (error) {
			if (!(error instanceof Refused && error.code === "execution.kit_not_issued")) throw error;
			await new Promise((resolve) => setTimeout(resolve, 50));
		}
	}
}

const handingOut = ({ kit }: Job): Deed => ({
	name: "issue",
	run: () => unlessDone(["supplies.not_on_shelf"], () => tell(as("warehouse"), "supplies.issue", { kitId: kit })),
});

/** Comes, does the job, and sends the signed form: each under one key. */
function working({ orderId, worker }: Job): Deed {
	const keys = Array.from({ length: 4 }, () => crypto.randomUUID());
	return {
		name: "work",
		async run() {
			const [photo, form] = await Promise.all(keys.slice(0, 2).map((key) => upload(as(worker), key ?? "")));
			const begun = { orderId, photoId: photo, idempotencyKey: keys[2] };
			await onceTheKitIsKnown(() => tell(as(worker), "execution.start", begun));
			await tell(as(worker), "execution.finish", { orderId, reportPhotoId: form, idempotencyKey: keys[3] });
		},
	};
}

const found = async (query: postgres.PendingQuery<postgres.Row[]>): Promise<unknown[]> =>
	(await query).map(({ found: what }) => what);

test(`kill -9 of the app, and of everything, in the middle of ${ORDERS} orders: each goes on and ends once`, async () => {
	test.setTimeout(300_000);
	test.info().annotations.push({ type: "seed", description: String(seed) });
	const agenda = await plan();
	const all = chores(agenda);
	const early = all.slice(0, EARLY);
	expect(await attempt(early.map(placing))).toEqual([]);
	await liveUntil(new Date(agenda.opening - HALF_HOUR + 60_000));
	const morning = early.map(({ request }) => request.startsAt);
	const firstJobs = await jobsAt(morning);
	expect(firstJobs).toHaveLength(EARLY);
	const firstDone = firstJobs.filter(({ worker }) => workers.includes(worker)).slice(0, AT_ONCE);
	expect(await attempt(firstDone.map(handingOut))).toEqual([]);

	await test.step("everybody at once, and the server dies twice", async () => {
		const wave = shuffled(
			[
				...all.slice(EARLY).map((chore, index) => (index % 5 === 0 ? cancelling(chore) : placing(chore))),
				...firstDone.map(working),
				...firstJobs.filter((job) => !firstDone.includes(job)).map(handingOut),
			],
			random,
		);
		const soon = (of: number) => 1 + Math.floor(random() * of * 0.6);
		let left: Deed[] = wave;
		for (const victims of [["web"], ["starter", "web", "database"]] as ("starter" | "web" | "database")[][]) {
			const moment = soon(left.length);
			let dying: Promise<void> | undefined;
			left = await attempt(left, (done) => {
				if (done === moment) dying = killAndStart(victims);
			});
			expect(left.length).toBeGreaterThan(0);
			await dying;
		}
		expect(await attempt(left)).toEqual([]);
	});

	await test.step("the day goes on to its end", async () => {
		const slots = [...new Set(all.map(({ request }) => request.startsAt.getTime()))].sort((one, other) => one - other);
		for (const [index, slot] of slots.entries()) {
			await liveUntil(new Date(slot - HALF_HOUR + 60_000));
			const due = await jobsAt([new Date(slot)]);
			await attempt(due.map(handingOut));
			// Of some nobody comes.
			const coming = due.filter((_, at) => (at + index) % 3 !== 0 && workers.includes(due[at]?.worker ?? ""));
			expect(await attempt(coming.map(working))).toEqual([]);
		}
		await liveUntil(new Date((slots.at(-1) ?? 0) + HALF_HOUR));
	});

	const ours = sql`${orders}::uuid[]`;
	expect(new Set(orders).size).toBe(ORDERS);
	const ended = await sql<{ state: string; count: number }[]>`
		select state, count(*)::int as count from ordering.orders where id = any(${ours}) group by state`;
	expect(ended.map(({ state }) => state).sort()).toEqual(["cancelled", "completed", "failed"]);
	expect(ended.reduce((sum, { count }) => sum + count, 0)).toBe(ORDERS);

	expect(
		await found(sql`
			select 'order ' || o.number || ' (' || o.state || '): ' || x.what as found
			from ordering.orders o cross join lateral (
				select 'placed twice' as what from ordering.orders p
					where p.description = o.description and p.client_id = o.client_id and p.starts_at = o.starts_at and p.id <> o.id
				union all select 'endings' from execution.endings e where e.order_id = o.id having count(*) <> 1
				union all select 'told its end' from events.outbox e where e.subjects @> array['order:' || o.id]
					and e.name in ('execution/job.completed', 'execution/job.failed', 'execution/job.cancelled') having count(*) <> 1
				union all select 'charges' from billing.charges c where c.order_id = o.id having count(*) <> o.payable::int
				union all select 'worker entries' from billing.worker_entries w where w.order_id = o.id
					having count(*) <> (o.payable and o.state <> 'cancelled')::int
				union all select 'earning or penalty' from billing.worker_entries w where w.order_id = o.id
					and w.kind <> case o.state when 'completed' then 'earning' else 'penalty' end
				union all select 'kits' from supplies.kits k where k.order_id = o.id having count(*) <> o.assignment
				union all select 'held time' from matching.reservations r where r.order_id = o.id
					and r.status = 'held' and o.state = 'cancelled'
			) x where o.id = any(${ours})`),
	).toEqual([]);
	expect(
		await found(sql`
			select template || ' to ' || email || ' about ' || order_id as found from notifications.messages
			where order_id = any(${ours}) group by template, email, order_id having count(*) > 1`),
	).toEqual([]);
	expect(
		await found(sql`
			select o.number as found from ordering.orders o where o.id = any(${ours}) and not exists
				(select from notifications.messages m where m.order_id = o.id and m.template = 'order-placed')`),
	).toEqual([]);

	const verify = [path.resolve("scripts/run.mjs"), "--as-is", "scripts/ledger-verify.ts"];
	const { stdout } = await promisify(execFile)(process.execPath, verify, {
		env: { ...process.env, DATA_DIR: dataDir },
	});
	expect(stdout).toContain("The books hold.");
});
