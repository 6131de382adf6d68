import { asc, inArray, ne } from "drizzle-orm";
import { payments } from "@/db/schema/billing-collections";
import { refunds } from "@/db/schema/billing-refunds";
import { transfers } from "@/db/schema/billing-transfers";
import type { Ctx } from "@/server/platform/context";
import { cardService } from "../adapters/card-services";
import { goldHat, goldHatSettings } from "../adapters/gold-hat";
import { requestOf } from "./send-payment";
import { refundRequestOf } from "./send-refund";

type Theirs = "unheard" | "open" | "succeeded" | "refused";
type Asked = { what: string; ours: Exclude<Theirs, "unheard">; word: string; ask: () => Promise<Theirs> };

const CARDS = ["sandbox-card", "stripe-card"] as const;
const ENDS = {
	succeeded: "succeeded",
	completed: "succeeded",
	refused: "refused",
	rejected: "refused",
	returned: "refused",
} as const;
const endOf = (word: string): Asked["ours"] => ENDS[word as keyof typeof ENDS] ?? "open";

/**
 * Asks every card service and Gold Hat, one thing after another, what became of all that was ever sent to them, and holds it against
 * our own record; it changes nothing. Gives a sentence for each contradiction, and for each thing of which they said nothing.
 */
export async function askProviders(ctx: Ctx): Promise<{ asked: number; contradictions: string[]; silent: string[] }> {
	const all = [...(await paymentsOf(ctx)), ...(await refundsOf(ctx)), ...(await transfersOf(ctx))];
	const contradictions: string[] = [];
	const silent: string[] = [];
	for (const { what, ours, word, ask } of all) {
		try {
			const theirs = await ask();
			if (!agrees(ours, theirs)) contradictions.push(`${what}: here ${word}, there ${theirs}`);
		} catch (error) {
			silent.push(`${what}: ${error instanceof Error ? error.message : String(error)}`);
		}
	}
	return { asked: all.length, contradictions, silent };
}

/** What was refused may never have been heard of; what is open here may not be over there. */
const agrees = (ours: Asked["ours"], theirs: Theirs): boolean =>
	ours === theirs || (theirs === "unheard" && ours !== "succeeded");

async function paymentsOf(ctx: Ctx): Promise<Asked[]> {
	const rows = await ctx.db.select().from(payments).where(inArray(payments.kind, CARDS)).orderBy(asc(payments.id));
	return rows
		.filter(({ state }) => state !== "intent")
		.map(({ id, kind, state }) => ({
			...{ what: `payment ${id}`, ours: endOf(state), word: state },
			ask: async () => {
				const { request } = await requestOf(ctx, id);
				// What Stripe refused without making anything of it bears the number of our request.
				const reference =
					request.reference?.startsWith("req_") || request.reference === "none" ? null : request.reference;
				return wordOf(await serviceOf(kind).ask({ ...request, reference }));
			},
		}));
}

async function refundsOf(ctx: Ctx): Promise<Asked[]> {
	const rows = await ctx.db.select().from(refunds).where(inArray(refunds.kind, CARDS)).orderBy(asc(refunds.id));
	return rows
		.filter(({ state }) => state !== "intent")
		.map(({ id, kind, state }) => ({
			...{ what: `refund ${id}`, ours: endOf(state), word: state },
			ask: async () => wordOf(await serviceOf(kind).askRefund((await refundRequestOf(ctx, id)).request)),
		}));
}

async function transfersOf(ctx: Ctx): Promise<Asked[]> {
	const rows = await ctx.db
		.select()
		.from(transfers)
		.where(ne(transfers.status, "requested"))
		.orderBy(asc(transfers.id));
	return rows.map(({ id, status }) => ({
		...{ what: `transfer ${id}`, ours: endOf(status), word: status },
		ask: async () => {
			const settings = goldHatSettings();
			if (!settings) throw new Error("this installation has no Gold Hat");
			const news = await goldHat(settings).ask(id);
			return news ? endOf(news.status) : "unheard";
		},
	}));
}

function serviceOf(kind: (typeof payments.$inferSelect)["kind"]) {
	const service = kind === "bank-transfer" ? null : cardService(kind);
	if (!service) throw new Error("this installation has no such card service");
	return service;
}

/** Success with another amount is no success. */
function wordOf(said: { state: string; asAsked: boolean } | null): Theirs {
	if (!said) return "unheard";
	const end = endOf(said.state);
	return end === "succeeded" && !said.asAsked ? "open" : end;
}
