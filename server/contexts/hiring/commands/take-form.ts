import { minutes } from "@/server/kernel/clock";
import { Refusal } from "@/server/kernel/errors";
import type { ApplicationId } from "@/server/kernel/ids";
import { perProcess } from "@/server/kernel/per-process";
import type { Ctx } from "@/server/platform/context";
import { checkProof, hiddenNetwork } from "@/server/platform/proof-of-work";
import { networkOf, takeOne } from "@/server/platform/rate-limits";
import { readAtMost, TooSlow } from "@/server/platform/read-body";
import { makeWaitingRoom } from "@/server/platform/waiting-room";
import { applicationRefusals, applyForm } from "../contracts/applications";
import { countForm } from "./count-form";
import { submitApplication } from "./submit-application";

/** The form, and a photo that the browser has made small. */
const MOST_BYTES = 1_500_000;
const WITHIN_MS = 20_000;
export const APPLY_FORM = "apply";

/** A household shares an address, a school of cats a network. What brings no proof of work counts for nobody. */
export const ofAddress = { name: "apply of an address", burst: 10, perMinute: 2 };
const ofNetwork = { name: "apply of a network", burst: 100, perMinute: 30 };
/** Who waits in line asks again and again; who has been let in with a proof has spent it, save for lines that break. */
const askingWithProof = { name: "apply asked with a proof", burst: 10, perMinute: 40 };
const goesOfProof = { name: "apply sent with a proof", burst: 5, perMinute: 1 };

const room = perProcess("apply-waiting-room", () =>
	makeWaitingRoom({ atOnce: 40, ofOneGroup: 8, longest: 2000, patienceMs: minutes(1) }),
);

export type Waiting = { outcome: "waiting"; place: number | null; retryAfterSeconds: number };
type Taken = { outcome: "taken"; applicationId: ApplicationId } | Waiting;

/**
 * Takes the public form from the network: what is cheap to see comes first, what costs comes last. No proof, no reading; no
 * room, no reading; then the body, as long and as slow as a phone's may be; then one insert. Counted by what became of it.
 */
export const takeForm = (ctx: Ctx, request: Request): Promise<Taken> => counted(ctx, () => take(ctx, request));

/**
 * For the front door: who brings no work or asks too often with the same is refused, and who has to wait is told so, before
 * anything is set in motion. Gives null for who may go on.
 */
export const waitAtDoor = (ctx: Ctx, header: string | null): Promise<Waiting | null> =>
	counted(ctx, async () => {
		const proof = await provenBy(header);
		const now = ctx.clock.systemNow();
		demandOne(askingWithProof, proof, now);
		const waiting = room.ask(proof, networkOf(ctx.address ?? "unknown"), now);
		return waiting && waitingAt(waiting.place);
	});

const waitingAt = (place: number | null): Waiting => ({
	outcome: "waiting",
	place,
	retryAfterSeconds: Math.min(20, 2 + Math.ceil((place ?? 2000) / 50)),
});

async function counted<Outcome extends Taken | null>(ctx: Ctx, work: () => Promise<Outcome>): Promise<Outcome> {
	try {
		const done = await work();
		if (done) countForm(ctx, done.outcome);
		return done;
	} catch (error) {
		countForm(ctx, error instanceof Refusal ? reasonOf(error) : "failed");
		throw error;
	}
}

async function provenBy(header: string | null): Promise<string> {
	const proof = await checkProof(APPLY_FORM, header);
	if (proof.fault !== null) throw applicationRefusals.because(`proof_${proof.fault}`);
	return proof.id;
}

function demandOne(limit: typeof ofAddress, who: string, now: Date): void {
	const seconds = takeOne(limit, who, now);
	if (seconds !== null) throw applicationRefusals.because("too_many", { seconds });
}

const reasonOf = ({ code }: Refusal): string => code.slice(code.indexOf(".") + 1);

async function take(ctx: Ctx, request: Request): Promise<Taken> {
	const proof = await provenBy(request.headers.get("x-proof"));
	const now = ctx.clock.systemNow();
	const address = ctx.address ?? "unknown";
	const network = networkOf(address);
	const admission = room.enter(proof, network, now);
	if (!admission.admitted) return waitingAt(admission.place);
	try {
		demandOne(goesOfProof, proof, now);
		const { form, photo } = await read(request);
		demandOne(ofAddress, address, now);
		demandOne(ofNetwork, network, now);
		const { applicationId } = await submitApplication(ctx, {
			...{ form, photo, proof, network: hiddenNetwork(network) },
		});
		return { outcome: "taken", applicationId };
	} finally {
		admission.leave();
	}
}

async function read(request: Request) {
	const body = await readAtMost(request, MOST_BYTES, WITHIN_MS).catch((error) => {
		throw error instanceof TooSlow ? applicationRefusals.because("too_slow") : error;
	});
	if (!body) throw applicationRefusals.because("too_large");
	const sent = await new Response(body, { headers: { "content-type": request.headers.get("content-type") ?? "" } })
		.formData()
		.catch(() => null);
	const parsed = applyForm.safeParse(jsonIn(sent?.get("form")));
	if (!parsed.success) throw applicationRefusals.because("malformed");
	const photo = sent?.get("photo");
	const isPhoto = photo instanceof Blob && photo.size > 0;
	return { form: parsed.data, photo: isPhoto ? Buffer.from(await photo.arrayBuffer()) : null };
}

function jsonIn(text: unknown): unknown {
	try {
		return typeof text === "string" ? JSON.parse(text) : null;
	} catch {
		return null;
	}
}
