import { and, asc, eq, gte, inArray, max, ne, not, notInArray, or, sql } from "drizzle-orm";
import { approvals } from "@/db/schema/billing-approvals";
import { payments } from "@/db/schema/billing-collections";
import { disputes, refunds } from "@/db/schema/billing-refunds";
import { transfers } from "@/db/schema/billing-transfers";
import { after, days } from "@/server/kernel/clock";
import type { Ctx } from "@/server/platform/context";
import { cardService } from "../adapters/card-services";
import { goldHat, goldHatSettings } from "../adapters/gold-hat";
import { requestOf } from "./send-payment";
import { refundRequestOf } from "./send-refund";

type Theirs = "unheard" | "open" | "succeeded" | "refused";
type Asked = { what: string; ours: Exclude<Theirs, "unheard">; word: string; ask: () => Promise<Theirs> };
type Given = { asked: number; contradictions: string[]; silent: string[] };

const CARDS = ["sandbox-card", "stripe-card"] as const;
const ENDS = {
	succeeded: "succeeded",
	completed: "succeeded",
	refused: "refused",
	rejected: "refused",
	returned: "refused",
	won: "succeeded",
	lost: "refused",
} as const;
const endOf = (word: string): Asked["ours"] => ENDS[word as keyof typeof ENDS] ?? "open";

/** Services answer about what is older, too; asking about all of it would take longer with each year. */
const USUAL_DAYS = 60;
/** So many questions at once are no attack on anybody. */
const AT_ONCE = 8;

/**
 * Asks every card service and Gold Hat what became of what was sent to them, and of what banks demand back, and holds it against our own
 * record; it changes nothing. Of what is settled for good only what began from `since` on is asked about; without it, of the last
 * 60 days before the newest. What two managers have ruled on is not asked about again. Gives a sentence for each contradiction, and
 * for each thing of which they said nothing.
 */
export async function askProviders(ctx: Ctx, { since }: { since?: Date } = {}): Promise<Given> {
	const from = since ?? (await usualStart(ctx));
	const known = [paymentsOf(ctx, from), refundsOf(ctx, from), transfersOf(ctx, from), disputesOf(ctx, from)];
	const all = (await Promise.all(known)).flat();
	const contradictions: string[] = [];
	const silent: string[] = [];
	const waiting = all[Symbol.iterator]();
	const askOn = async () => {
		for (const { what, ours, word, ask } of waiting) {
			try {
				const theirs = await ask();
				if (!agrees(ours, theirs)) contradictions.push(`${what}: here ${word}, there ${theirs}`);
			} catch (error) {
				silent.push(`${what}: ${error instanceof Error ? error.message : String(error)}`);
			}
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, askOn));
	return { asked: all.length, contradictions: contradictions.sort(), silent: silent.sort() };
}

/** By what stands in the books, for their time may have been moved. */
async function usualStart(ctx: Ctx): Promise<Date> {
	const [payment] = await ctx.db.select({ at: max(payments.begunAt) }).from(payments);
	const [transfer] = await ctx.db.select({ at: max(transfers.requestedAt) }).from(transfers);
	const times = [payment?.at, transfer?.at].filter((at) => at instanceof Date);
	const newest = times.sort((one, other) => other.getTime() - one.getTime())[0] ?? ctx.clock.now();
	return after(newest, -days(USUAL_DAYS));
}

/** Two managers have found out with the service what is true, whatever it says. */
const isRuled = (what: string, id: typeof payments.id | typeof refunds.id | typeof transfers.id) => sql`exists (
	select from ${approvals} where ${approvals.kind} = 'ruling' and ${approvals.status} = 'approved'
		and ${approvals.subject} = ${`${what}:`}::text || ${id}
)`;

/** What was refused may never have been heard of; what is open here may not be over there. */
const agrees = (ours: Asked["ours"], theirs: Theirs): boolean =>
	ours === theirs || (theirs === "unheard" && ours !== "succeeded");

async function paymentsOf(ctx: Ctx, from: Date): Promise<Asked[]> {
	const isOpen = inArray(payments.state, ["unknown", "pending"]);
	const isAsked = and(ne(payments.state, "intent"), or(isOpen, gte(payments.begunAt, from)));
	const rows = await ctx.db
		.select()
		.from(payments)
		.where(and(inArray(payments.kind, CARDS), isAsked, not(isRuled("payment", payments.id))))
		.orderBy(asc(payments.id));
	return rows.map(({ id, kind, state }) => ({
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

async function refundsOf(ctx: Ctx, from: Date): Promise<Asked[]> {
	const isOpen = inArray(refunds.state, ["unknown", "pending"]);
	const isAsked = and(ne(refunds.state, "intent"), or(isOpen, gte(refunds.begunAt, from)));
	const rows = await ctx.db
		.select()
		.from(refunds)
		.where(and(inArray(refunds.kind, CARDS), isAsked, not(isRuled("refund", refunds.id))))
		.orderBy(asc(refunds.id));
	return rows.map(({ id, kind, state }) => ({
		...{ what: `refund ${id}`, ours: endOf(state), word: state },
		ask: async () => wordOf(await serviceOf(kind).askRefund((await refundRequestOf(ctx, id)).request)),
	}));
}

async function disputesOf(ctx: Ctx, from: Date): Promise<Asked[]> {
	const rows = await ctx.db
		.select({ id: disputes.id, outcome: disputes.outcome, kind: payments.kind })
		.from(disputes)
		.innerJoin(payments, eq(payments.id, disputes.paymentId))
		.where(or(eq(disputes.outcome, "open"), gte(disputes.heardAt, from)))
		.orderBy(asc(disputes.id));
	return rows.map(({ id, outcome, kind }) => ({
		...{ what: `dispute ${id}`, ours: endOf(outcome), word: outcome },
		ask: async () => {
			const news = await serviceOf(kind).askDispute(id);
			return news ? endOf(news.outcome) : "unheard";
		},
	}));
}

async function transfersOf(ctx: Ctx, from: Date): Promise<Asked[]> {
	const isOpen = notInArray(transfers.status, ["completed", "rejected"]);
	const isAsked = and(ne(transfers.status, "requested"), or(isOpen, gte(transfers.requestedAt, from)));
	const rows = await ctx.db
		.select()
		.from(transfers)
		.where(and(isAsked, not(isRuled("transfer", transfers.id))))
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
