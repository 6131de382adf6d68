import { system } from "@/server/kernel/actor";
import { actingAs, type Ctx } from "@/server/platform/context";
import { exportList } from "@/server/platform/export";
import { countUploads } from "@/server/platform/files";
import { issueChallenge } from "@/server/platform/proof-of-work";
import { takeOne } from "@/server/platform/rate-limits";
import { uploaderOf } from "./commands/save-answers";
import { APPLY_FORM, takeForm, type Waiting, waitAtDoor } from "./commands/take-form";
import { workersList } from "./contracts";
import { applicationRefusals, candidatesList } from "./contracts/applications";
import { testRefusals } from "./contracts/tests";
import { findAssessment } from "./queries/find-assessment";
import { getOpenings } from "./queries/get-openings";
import { listCandidates } from "./queries/list-candidates";
import { listWorkers } from "./queries/list-workers";

/** The office's workers as CSV, as the address of their page asks for them. */
export const exportWorkers = (ctx: Ctx, address: URLSearchParams): Promise<Response> =>
	exportList(ctx, {
		name: workersList.name,
		asked: workersList.fromAddress(address),
		read: (asked) => listWorkers(ctx, asked),
		columns: {
			name: ({ name }) => name,
			email: ({ email }) => email,
			phone: ({ phone }) => phone,
			age: ({ age }) => age,
			breed: ({ breed }) => breed,
			coat: ({ coat }) => coat,
			active: ({ active }) => active,
			added_at: ({ addedAt }) => addedAt,
			strengths: ({ strengths }) => strengths.map(({ trait, level }) => `${trait} ${level}`).join(", "),
			worker_id: ({ workerId }) => workerId,
		},
	});

/** The office's candidates as CSV, as the address of their page asks for them. */
export const exportCandidates = (ctx: Ctx, address: URLSearchParams): Promise<Response> =>
	exportList(ctx, {
		name: candidatesList.name,
		asked: candidatesList.fromAddress(address),
		read: (asked) => listCandidates(ctx, asked),
		columns: {
			name: ({ name }) => name,
			email: ({ email }) => email,
			phone: ({ phone }) => phone,
			state: ({ state }) => state,
			state_since: ({ stateSince }) => stateSince,
			submitted_at: ({ submittedAt }) => submittedAt,
			vacancy: ({ vacancyName }) => vacancyName.en,
			application_id: ({ applicationId }) => applicationId,
		},
	});

/** Answers of a test hold a few photos; a candidate may take some of them again. */
const MOST_PHOTOS = 60;

/** A candidate has no account: whoever holds the link sends photos on behalf of that assessment, so many and no more. */
export async function asCandidate(ctx: Ctx, token: string): Promise<Ctx> {
	const { id } = await findAssessment(ctx, token);
	return actingAs(ctx, system(uploaderOf(id)));
}

export async function demandRoomForPhoto(ctx: Ctx): Promise<void> {
	if ((await countUploads(ctx)) >= MOST_PHOTOS) throw testRefusals.because("too_many_photos");
}

const ofAddress = { name: "challenges of an address", burst: 60, perMinute: 30 };

/** `GET /api/apply`: what one can apply for, and what the browser has to work on meanwhile. */
export async function beginForm(ctx: Ctx): Promise<Response> {
	const now = ctx.clock.systemNow();
	const seconds = takeOne(ofAddress, ctx.address ?? "unknown", now);
	if (seconds !== null) throw applicationRefusals.because("too_many", { seconds });
	const [vacancies, challenge] = [await getOpenings(ctx), await issueChallenge(APPLY_FORM, now)];
	return Response.json({ vacancies, challenge }, { headers: { "cache-control": "no-store" } });
}

/** What is asked of `POST /api/apply` before all else, by its head alone: the answer for who is not let in. */
export async function guardForm(ctx: Ctx, headers: Headers): Promise<Response | null> {
	const waiting = await waitAtDoor(ctx, headers.get("x-proof"));
	return waiting && pleaseWait(waiting);
}

/** `POST /api/apply`: the form, with the proof of work in `x-proof`. Who has to wait is told the place, and asks again. */
export async function sendForm(ctx: Ctx, request: Request): Promise<Response> {
	const taken = await takeForm(ctx, request);
	return taken.outcome === "taken" ? Response.json({ outcome: taken.outcome }, { status: 201 }) : pleaseWait(taken);
}

const pleaseWait = (waiting: Waiting): Response =>
	Response.json(waiting, { status: 503, headers: { "retry-after": String(waiting.retryAfterSeconds) } });
