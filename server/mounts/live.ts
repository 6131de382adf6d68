import { type Actor, holds } from "@/server/kernel/actor";
import { minutes } from "@/server/kernel/clock";
import { databaseIsAway } from "@/server/platform/database";
import { type Audience, EVERY_CONTEXT } from "@/server/platform/live";
import { changesSince, isCursor, type LiveBatch, liveHub } from "@/server/platform/live-stream";
import { createRequestCtx } from "@/server/trpc/request-context";

const HEARTBEAT_MS = 15_000;
/** A stream ends after this and the browser opens the next one, so that a closed session does not listen for ever. */
const LIFETIME_MS = minutes(5);
/** A reader this far behind is not reading: its connection is closed, and it resumes where it was. */
const MOST_WAITING = 1000;

/** Says that everything may have changed. */
const EVERYTHING = { context: EVERY_CONTEXT, id: "" };

/** `GET /api/live`: what changed, for the signed-in person, as server-sent events. Resumes after the last id seen. */
export async function handleLive(request: Request): Promise<Response> {
	const ctx = await createRequestCtx(request.headers).catch((error) => {
		if (!databaseIsAway(error)) throw error;
		return null;
	});
	if (!ctx) return new Response("try again", { status: 503 });
	const { actor } = ctx;
	const audiences = audiencesOf(actor);
	if (audiences.length === 0) return new Response("sign in first", { status: 401 });
	const lastSeen = request.headers.get("last-event-id");
	return new Response(stream(audiences, lastSeen, request.signal), {
		headers: {
			"content-type": "text/event-stream; charset=utf-8",
			"cache-control": "no-store, no-transform",
			"x-accel-buffering": "no",
		},
	});
}

function audiencesOf(actor: Actor): Audience[] {
	if (actor.kind !== "person") return [];
	const audiences: Audience[] = ["everyone", `account:${actor.accountId}`];
	if (actor.clientId && holds(actor, "client")) audiences.push(`client:${actor.clientId}`);
	if (actor.workerId && holds(actor, "worker")) audiences.push(`worker:${actor.workerId}`);
	if (holds(actor, "warehouse")) audiences.push("warehouse");
	if (holds(actor, "manager")) audiences.push("office");
	return audiences;
}

function stream(audiences: Audience[], lastSeen: string | null, signal: AbortSignal): ReadableStream<Uint8Array> {
	const encoder = new TextEncoder();
	let letGo = () => {};
	return new ReadableStream<Uint8Array>(
		{
			async start(controller) {
				const timers: NodeJS.Timeout[] = [];
				let stop = () => {};
				let open = true;
				letGo = () => {
					open = false;
					for (const timer of timers) clearTimeout(timer);
					stop();
				};
				const end = () => {
					if (!open) return;
					letGo();
					controller.close();
				};
				const write = (text: string) => {
					if (!open) return;
					if ((controller.desiredSize ?? 0) < -MOST_WAITING) return end();
					controller.enqueue(encoder.encode(text));
				};
				const send = (batch: LiveBatch) => write(asEvents(batch));

				signal.addEventListener("abort", end);
				const subscription = await liveHub().subscribe(audiences, send);
				stop = subscription.stop;
				if (!open) return stop();
				write(`retry: 1000\nid: ${subscription.cursor}\nevent: hello\ndata: {}\n\n`);
				await resume(lastSeen, audiences, send, write).catch((error) => {
					letGo();
					throw error;
				});
				if (!open) return;
				timers.push(
					setInterval(() => write(": still here\n\n"), HEARTBEAT_MS),
					setTimeout(end, LIFETIME_MS),
				);
			},
			cancel: () => letGo(),
		},
		new CountQueuingStrategy({ highWaterMark: 1 }),
	);
}

/** The subscription has begun, so what was missed may come twice but not get lost. */
async function resume(
	lastSeen: string | null,
	audiences: Audience[],
	send: (batch: LiveBatch) => void,
	write: (text: string) => void,
): Promise<void> {
	if (!lastSeen) return;
	const missed = isCursor(lastSeen) ? await changesSince(lastSeen, audiences) : null;
	if (missed) send(missed);
	else write(`data: ${JSON.stringify(EVERYTHING)}\n\n`);
}

/** The cursor goes with the last change of a batch: a cut before it brings the whole batch again. */
const asEvents = ({ cursor, changes }: LiveBatch): string =>
	changes
		.map(({ context, subject }, index) => {
			const id = index === changes.length - 1 ? `id: ${cursor}\n` : "";
			return `${id}data: ${JSON.stringify({ context, id: subject })}\n\n`;
		})
		.join("");
