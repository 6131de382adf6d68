import { setTimeout as pause } from "node:timers/promises";
import { goldHatSandbox, goldHatSandboxTransfer, goldHatWebhook } from "@/server/mounts/gold-hat";
import {
	sandboxCardWebhook,
	sandboxCharges,
	sandboxDisputeQuestions,
	sandboxQuestions,
	sandboxRefundQuestions,
	sandboxRefunds,
} from "@/server/mounts/sandbox-card";
import { serveHttp } from "@/server/mounts/testing-server";
import { env } from "@/server/platform/env";

/** How payment services, and the lines to them, misbehave. */
export type Manner = "late" | "twice" | "wrong" | "never";

export type Services = {
	/** From here on they do as they should, so that what is open can come to its end. */
	calm(): void;
	/** How often they misbehaved. */
	count(): number;
	stop(): Promise<void>;
};

type Handler = (request: Request) => Promise<Response>;
type Line = { isWebhook: boolean; random: () => number };
/** Null: nothing unusual this time. */
type Misbehaviour = (request: Request, handler: Handler, line: Line) => Promise<Response> | null;

/** Longer than the adapters wait. */
const beyondPatience = () => Math.max(env().CARD_SANDBOX_PATIENCE_MS, env().GOLD_HAT_PATIENCE_MS) + 200;
const SLOW_MS = 400;

/** Whoever is cut off has no answer at all. */
const cut = (): never => {
	throw new Error("cut off");
};

const manners: Record<Manner, Misbehaviour> = {
	late(request, handler, { random }) {
		const ms = random() < 0.02 ? beyondPatience() : random() * SLOW_MS;
		return handler(request).then(async (answer) => {
			await pause(ms);
			return answer;
		});
	},
	twice(request, handler) {
		const again = request.clone() as Request;
		return handler(request).then(() => handler(again));
	},
	/** It does what it was asked, and answers nonsense, a failure, or another amount. */
	wrong(request, handler, { isWebhook, random }) {
		if (isWebhook || random() > 0.3) return null;
		const kind = random();
		return handler(request).then(async (answer) => {
			if (kind < 0.3) return new Response("<html>Bad gateway</html>", { status: 502 });
			if (kind < 0.6 || !answer.ok) return Response.json({ hello: "there" });
			const said = (await answer.json()) as { amount?: { minor: string } };
			if (said.amount) said.amount.minor = String(BigInt(said.amount.minor) + 1n);
			return Response.json(said, { status: answer.status });
		});
	},
	/** The request never arrives, or its answer, or the message that was to come. */
	never(request, handler, { isWebhook, random }) {
		if (random() > 0.4) return null;
		if (isWebhook) return Promise.resolve(Response.json({ received: true }));
		return random() < 0.5 ? Promise.reject(new Error("never arrived")) : handler(request).then(cut);
	},
};

/** The sandboxes of all payment services, and our own webhooks, over real HTTP, misbehaving by the seed. */
export async function serveServices(port: number, given: readonly Manner[], random: () => number): Promise<Services> {
	let isCalm = false;
	let misbehaved = 0;
	const line =
		(handler: Handler, isWebhook = false): Handler =>
		async (request) => {
			const manner = given[Math.floor(random() * given.length)];
			const unusual = isCalm || !manner ? null : manners[manner](request, handler, { isWebhook, random });
			if (unusual) misbehaved += 1;
			return unusual ?? handler(request);
		};
	const card = "/api/sandbox/card";
	const transfers = "/api/sandbox/gold-hat/transfers";
	const { stop } = await serveHttp(
		{
			[`${card}/charges`]: line(sandboxCharges),
			[`${card}/questions`]: line(sandboxQuestions),
			[`${card}/refunds`]: line(sandboxRefunds),
			[`${card}/refund-questions`]: line(sandboxRefundQuestions),
			[`${card}/dispute-questions`]: line(sandboxDisputeQuestions),
			[transfers]: line(goldHatSandbox),
			[`${transfers}/`]: line((request) => goldHatSandboxTransfer(request, request.url.split("/").at(-1) ?? "")),
			"/api/webhooks/sandbox-card": line(sandboxCardWebhook, true),
			"/api/webhooks/gold-hat": line(goldHatWebhook, true),
		},
		port,
	);
	return {
		calm() {
			isCalm = true;
		},
		count: () => misbehaved,
		stop,
	};
}

/** Where an application finds them: to be in its environment before it reads that. */
export const addressesOf = (port: number) => ({
	APP_URL: `http://127.0.0.1:${port}`,
	CARD_SANDBOX_URL: `http://127.0.0.1:${port}/api/sandbox/card`,
	CARD_SANDBOX_SECRET: "a card service's secret, known to everybody",
	GOLD_HAT_URL: `http://127.0.0.1:${port}/api/sandbox/gold-hat`,
	GOLD_HAT_SECRET: "a third secret, known to everybody",
});
