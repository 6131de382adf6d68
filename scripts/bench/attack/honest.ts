import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import sharp from "sharp";
import { send, type Target } from "../load";

/** By which the applications of the honest are known. */
export const NAME = "Vasilisa";
const PATIENCE_MS = 60_000;
const PHOTO_SIDE = 900;

/** So many a second, whether the ones before are answered or not; how long each took, in milliseconds, or null when it failed. */
async function paced(perSecond: number, seconds: number, one: (index: number) => Promise<void>): Promise<Took> {
	const runs = Array.from({ length: Math.round(perSecond * seconds) }, async (_, index) => {
		await pause((index * 1000) / perSecond);
		const began = performance.now();
		return one(index).then(
			() => performance.now() - began,
			() => null,
		);
	});
	return Promise.all(runs);
}
type Took = (number | null)[];

export type Heard = { applied: Took; placed: Took; read: Took };
type Honest = {
	applyAt: string;
	proofs: readonly string[];
	vacancyId: string;
	place: Target;
	read: Target;
	seconds: number;
	applicantsPerSecond: number;
	clientsPerSecond: number;
};

/** What everybody else does meanwhile: cats apply with a photo, clients place orders and look at theirs. */
export async function live(honest: Honest): Promise<Heard> {
	const { applyAt, proofs, vacancyId, place, read, seconds, applicantsPerSecond, clientsPerSecond } = honest;
	const photo = await aPhoto();
	const [applied, placed, looked] = await Promise.all([
		paced(applicantsPerSecond, seconds, (index) => apply(applyAt, proofs[index] ?? "", aForm(vacancyId, NAME), photo)),
		paced(clientsPerSecond, seconds, () => send(place)),
		paced(clientsPerSecond, seconds, () => send(read)),
	]);
	return { applied, placed, read: looked };
}

/** As the page does it: who has to wait asks again with the same proof when told to. */
export async function apply(url: string, proof: string, form: object, photo: Blob | null): Promise<void> {
	const until = performance.now() + PATIENCE_MS;
	const network = `198.${18 + Math.floor(Math.random() * 2)}.${Math.floor(Math.random() * 256)}`;
	const headers = { "x-proof": proof, "x-forwarded-for": `${network}.${1 + Math.floor(Math.random() * 250)}` };
	while (performance.now() < until) {
		const body = new FormData();
		body.set("form", JSON.stringify(form));
		if (photo) body.set("photo", photo, "photo.jpg");
		const signal = AbortSignal.timeout(PATIENCE_MS);
		const answer = await fetch(`${url}/api/apply`, { method: "POST", body, headers, signal });
		const told = await answer.text();
		if (answer.status === 201) return;
		if (answer.status !== 503) throw new Error(`applying was answered with ${answer.status}: ${told}`);
		await pause(1000 * Number(answer.headers.get("retry-after") ?? 2));
	}
	throw new Error("nobody opened in time");
}

export const aForm = (vacancyId: string, name: string) => ({
	...{ vacancyId, name, email: `${randomUUID()}@cats.example`, phone: "+79990002244", age: 4 },
	...{ breed: "siberian", coat: "grey", languages: ["ru"], words: "Any door.", consent: true, locale: "ru" },
});

/** As large as the page sends one. */
async function aPhoto(): Promise<Blob> {
	const noise = { type: "gaussian", mean: 128, sigma: 40 } as const;
	const picture = sharp({
		create: { width: PHOTO_SIDE, height: PHOTO_SIDE, channels: 3, background: "#c98b4b", noise },
	});
	return new Blob([new Uint8Array(await picture.jpeg({ quality: 60 }).toBuffer())], { type: "image/jpeg" });
}
