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

const room = perProcess("apply-waiting-room", () =>
	makeWaitingRoom({ atOnce: 40, ofOneGroup: 8, longest: 2000, patienceMs: minutes(1) }),
);

export type Taken =
	| { outcome: "taken"; applicationId: ApplicationId }
	| { outcome: "waiting"; place: number | null; retryAfterSeconds: number };

/**
 * Takes the public form from the network: what is cheap to see comes first, what costs comes last. No proof, no reading; no
 * room, no reading; then the body, as long and as slow as a phone's may be; then one insert. Counted by what became of it.
 */
export async function takeForm(ctx: Ctx, request: Request): Promise<Taken> {
	try {
		const taken = await take(ctx, request);
		countForm(ctx, taken.outcome);
		return taken;
	} catch (error) {
		countForm(ctx, error instanceof Refusal ? error.code.slice(error.code.indexOf(".") + 1) : "failed");
		throw error;
	}
}

async function take(ctx: Ctx, request: Request): Promise<Taken> {
	const proof = await checkProof(APPLY_FORM, request.headers.get("x-proof"));
	if (proof.fault !== null) throw applicationRefusals.because(`proof_${proof.fault}`);
	const now = ctx.clock.systemNow();
	const address = ctx.address ?? "unknown";
	const network = networkOf(address);
	const admission = room.enter(proof.id, network, now);
	if (!admission.admitted) {
		const { place } = admission;
		return { outcome: "waiting", place, retryAfterSeconds: Math.min(20, 2 + Math.ceil((place ?? 2000) / 50)) };
	}
	try {
		const { form, photo } = await read(request);
		const seconds = takeOne(ofAddress, address, now) ?? takeOne(ofNetwork, network, now);
		if (seconds !== null) throw applicationRefusals.because("too_many", { seconds });
		const { applicationId } = await submitApplication(ctx, {
			...{ form, photo, proof: proof.id, network: hiddenNetwork(network) },
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
