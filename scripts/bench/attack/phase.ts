import { execFileSync } from "node:child_process";
import { loadavg } from "node:os";
import type postgres from "postgres";
import type { AppServer } from "../../../e2e/_support/server";
import { dashboardOf, newOrderOf, signInAs } from "../people";
import { type Flood, flood, type Material } from "./flood";
import { aForm, apply, type Heard, live, NAME } from "./honest";
import { cheapProofs, honestProofs } from "./proofs";

const SECONDS = Number(process.env.BENCH_SECONDS ?? 6);
/** A proof opens the door a few times only, so the phases take one lot and the other in turns. */
const LOTS = 2;
/** Honest applications a second at the peak, and of how many times as much the flood is. */
const PEAK = 10;
const TIMES = 50;
const CLIENTS_PER_SECOND = 4;
const SLOW = 30;
const FEW = 10;
const SAMPLE_MS = 500;

export type Prepared = { lots: string[][]; material: Material };
export type Place = Prepared & { gate: AppServer; office: AppServer; sql: postgres.Sql };

/** What the honest have met and what the attacker has, the most memory that the gate took, and what was written. */
export type Phase = {
	heard: Heard;
	junk: Flood | null;
	megabytes: number;
	written: { applications: number; events: number; counts: number };
	load: number;
};

export async function prepare(): Promise<Prepared> {
	const [slow, used] = [await honestProofs(SLOW), await honestProofs(FEW)];
	const lots: string[][] = [];
	while (lots.length < LOTS) lots.push(await honestProofs(PEAK * SECONDS));
	return { lots, material: { ...(await cheapProofs(FEW)), used, slow, form: {} } };
}

/** One stretch of time with honest people, and with a flood on the gate, on a wall of the attacker's own, or on nobody. */
export async function phase(place: Place, attacked: "gate" | "wall" | null): Promise<Phase> {
	const { gate, office, sql, lots, material } = place;
	const proofs = lots.shift() ?? [];
	lots.push(proofs);
	const vacancyId = await vacancyOf(sql);
	// The same proofs serve every phase, for to make them is what takes long; those that are replayed stay used.
	await sql`update hiring.applications set proof = id::text where name = ${NAME}`;
	const before = await rowsIn(sql);
	const load = loadavg()[0] ?? Number.NaN;
	let megabytes = memoryOf(gate);
	const sampling = setInterval(() => {
		megabytes = Math.max(megabytes, memoryOf(gate));
	}, SAMPLE_MS);
	const cookie = await signInAs(office.url, "new-client");
	const junk = {
		...{ url: attacked === "gate" ? gate.url : null, seconds: SECONDS, perSecond: PEAK * TIMES },
		material: { ...material, form: aForm(vacancyId, "Mallory") },
	};
	const honest = {
		...{ applyAt: gate.url, proofs, vacancyId, seconds: SECONDS, applicantsPerSecond: PEAK },
		...{ place: await newOrderOf(office.url, cookie), read: dashboardOf(office.url, cookie) },
		clientsPerSecond: CLIENTS_PER_SECOND,
	};
	const [heard, met] = await Promise.all([live(honest), attacked && flood(junk)]);
	clearInterval(sampling);
	const after = await rowsIn(sql);
	const written = {
		applications: after.applications - before.applications,
		events: after.events - before.events,
		counts: after.counts - before.counts,
	};
	return { heard, junk: met, megabytes, written, load };
}

/** Sends the proofs that are to be replayed. Where an installation is attacked again they are used already. */
export async function spendProofs({ gate, sql, material }: Place): Promise<void> {
	const form = aForm(await vacancyOf(sql), "Mallory");
	for (const proof of material.used) await apply(gate.url, proof, form, null).catch(isUsed);
}

function isUsed(error: unknown): void {
	if (!String(error).includes("proof_wrong")) throw error;
}

async function vacancyOf(sql: postgres.Sql): Promise<string> {
	const [vacancy] = await sql<{ id: string }[]>`select id from hiring.vacancies where open limit 1`;
	if (!vacancy) throw new Error("there is nothing to apply for");
	return vacancy.id;
}

async function rowsIn(sql: postgres.Sql): Promise<Phase["written"]> {
	const [rows] = await sql<Phase["written"][]>`select
		(select count(*)::int from hiring.applications) as applications,
		(select count(*)::int from events.outbox where name = 'hiring/application.submitted') as events,
		(select count(*)::int from hiring.form_minutes) as counts`;
	if (!rows) throw new Error("nothing was counted");
	return rows;
}

/** Of the web process that a starter leads. */
function memoryOf({ process: starter }: AppServer): number {
	const all = execFileSync("ps", ["-A", "-o", "ppid=,rss=,args="], { encoding: "utf8" });
	const web = all.split("\n").find((line) => Number.parseInt(line, 10) === starter.pid && line.includes("next-server"));
	return Number(web?.trim().split(/\s+/)[1] ?? Number.NaN) / 1024;
}
