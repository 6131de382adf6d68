"use client";

import "@/app/_ui/without-eval";
import { type Challenge, solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";
import { applyForm } from "@/server/contexts/hiring/contracts/applications";
import type { RefusalDetails } from "@/server/kernel/errors";

/** What is fetched when somebody begins to fill in the form: the schema, the work that keeps robots away, the sending. */

export type Opening = { vacancies: { vacancyId: string; name: { en: string; ru: string } }[]; challenge: Challenge };

/** A person. As many as browsers do side by side without being felt. */
const SIDE_BY_SIDE = 4;
const LONGEST_SIDE = 1280;
/** The server takes a little more than that, form and photo together. */
const MOST_BYTES = 1_400_000;

export async function begin(): Promise<Opening | Refused> {
	const answer = await fetch("/api/apply", { cache: "no-store" });
	const told = await answer.json().catch(() => ({}));
	return answer.ok ? told : refusedBy(told);
}

/** Works until the challenge is solved; the browser does it beside the page. */
export async function prove(challenge: Challenge): Promise<string> {
	const controller = new AbortController();
	const workers = Array.from({ length: SIDE_BY_SIDE }, (_, index) =>
		solveChallenge({ challenge, deriveKey, controller, counterStart: index, counterStep: SIDE_BY_SIDE }),
	);
	const solution = await Promise.race(workers);
	controller.abort();
	return btoa(JSON.stringify({ challenge, solution }));
}

/** The names of the fields that are not right yet, by the very schema of the server. */
export const faultsIn = (form: unknown): string[] => [
	...new Set(applyForm.safeParse(form).error?.issues.map(({ path }) => String(path[0])) ?? []),
];

/** A photo as large as a face needs to be. One that the browser can't read goes as it is, if it is small enough; else null. */
export async function madeSmall(photo: File): Promise<Blob | null> {
	const picture = await createImageBitmap(photo).catch(() => null);
	if (!picture) return photo.size <= MOST_BYTES ? photo : null;
	const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
	const canvas = document.createElement("canvas");
	canvas.width = Math.round(picture.width * scale);
	canvas.height = Math.round(picture.height * scale);
	canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
	picture.close();
	return (await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", 0.85))) ?? photo;
}

export type Refused = { kind: "refused"; code: string; details: RefusalDetails };
export type Answer = { kind: "taken" } | { kind: "waiting"; place: number | null; retryAfterSeconds: number } | Refused;

type Told = { refusal?: { code?: string; details?: RefusalDetails } };
const refusedBy = ({ refusal }: Told): Refused => ({
	...{ kind: "refused", code: refusal?.code ?? "", details: refusal?.details ?? {} },
});

export async function send(form: unknown, photo: Blob | null, proof: string): Promise<Answer> {
	const body = new FormData();
	body.set("form", JSON.stringify(form));
	if (photo) body.set("photo", photo, "photo.jpg");
	const answer = await fetch("/api/apply", { method: "POST", body, headers: { "x-proof": proof } });
	const told = await answer.json().catch(() => ({}));
	if (answer.status === 201) return { kind: "taken" };
	if (told.outcome === "waiting") return { kind: "waiting", ...told };
	return refusedBy(told);
}
