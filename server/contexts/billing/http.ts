import { z } from "zod";
import { csvAmount } from "@/server/kernel/csv";
import { commonRefusals } from "@/server/kernel/errors";
import { invoiceId, payoutId, transferId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { demoMode } from "@/server/platform/env";
import { exportList } from "@/server/platform/export";
import { policyOfVersion } from "@/server/platform/policies";
import { answerRequest, answerSigned, fault } from "@/server/platform/signed-requests";
import { goldHatSettings } from "./adapters/gold-hat";
import { askSandbox, sandboxTransferOrder, takeSandboxTransfer } from "./adapters/gold-hat-sandbox";
import { renderInvoice } from "./adapters/invoice-pdf";
import { renderPayout } from "./adapters/payout-pdf";
import { sandboxDisputeStatement, sandboxRefundStatement, sandboxStatement } from "./adapters/sandbox-card";
import { secretOfSandbox } from "./adapters/sandbox-card-http";
import { stripeEvent, stripeSettings } from "./adapters/stripe";
import { hearSandboxDispute, hearSandboxPayment, hearSandboxRefund } from "./commands/hear-payment";
import { hearStripe } from "./commands/hear-stripe";
import { settleTransfer } from "./commands/settle-transfer";
import {
	bonusesList,
	comingInvoicesList,
	ledgerList,
	officeInvoicesList,
	payoutsList,
	transferNotice,
} from "./contracts";
import { getInvoice } from "./queries/get-invoice";
import { getPayout } from "./queries/get-payout";
import { listBonuses } from "./queries/list-bonuses";
import { listComingInvoices } from "./queries/list-coming-invoices";
import { listLedger } from "./queries/list-ledger";
import { listOfficeInvoices } from "./queries/list-office-invoices";
import { listOfficePayouts } from "./queries/list-office-payouts";

export {
	sandboxCharges,
	sandboxDisputeQuestions,
	sandboxDisputes,
	sandboxQuestions,
	sandboxRefundQuestions,
	sandboxRefunds,
} from "./adapters/sandbox-card-http";

const asked = z.object({ id: invoiceId, locale: z.enum(["en", "ru"]).catch("en") });

/** An invoice to be kept or printed, in the language that is asked for. Throws refusals; the mount answers them. */
export async function invoicePdf(ctx: Ctx, given: { id: string; locale: string | null }): Promise<Response> {
	if (ctx.actor.kind === "visitor") throw commonRefusals.because("sign_in_first");
	const parsed = asked.safeParse(given);
	if (!parsed.success) throw commonRefusals.because("not_found");
	const { id, locale } = parsed.data;
	const invoice = await getInvoice(ctx, { invoiceId: id });
	const { timeZone, currencySign: sign } = await policyOfVersion(ctx, "money", invoice.moneyPolicyVersion);
	return pdf(await renderInvoice(invoice, { locale, timeZone, sign }), `invoice-${invoice.number}`);
}

const pdf = (bytes: Uint8Array<ArrayBuffer>, name: string): Response =>
	new Response(bytes, {
		headers: {
			"content-type": "application/pdf",
			"content-disposition": `inline; filename="${name}.pdf"`,
			"cache-control": "private, no-store",
			"x-content-type-options": "nosniff",
		},
	});

/** `POST /api/webhooks/sandbox-card`: the sandbox's card service says what became of a charge, a refund or a dispute. */
export const sandboxCardWebhook = (request: Request): Promise<Response> =>
	answerSigned("billing/sandbox-card", request, secretOfSandbox(), async (ctx, content) => {
		const said = z.union([sandboxDisputeStatement, sandboxStatement, sandboxRefundStatement]).safeParse(content);
		if (!said.success) return fault(400, "malformed");
		if ("dispute" in said.data) await hearSandboxDispute(ctx, said.data);
		else if ("refund" in said.data) await hearSandboxRefund(ctx, said.data);
		else await hearSandboxPayment(ctx, said.data);
		return Response.json({ received: true });
	});

/** The books as CSV, as the address of their page asks for them: a line a posting. */
export const exportLedger = (ctx: Ctx, address: URLSearchParams): Promise<Response> =>
	exportList(ctx, {
		name: ledgerList.name,
		asked: ledgerList.fromAddress(address),
		read: async (asked) => {
			const page = await listLedger(ctx, asked);
			return { ...page, rows: page.rows.flatMap(({ postings, ...head }) => postings.map((line) => ({ head, line }))) };
		},
		columns: {
			transaction: ({ head }) => head.transactionId,
			line: ({ line }) => line.line,
			business_date: ({ head }) => head.businessDate,
			at: ({ head }) => head.at,
			kind: ({ head }) => head.kind,
			account: ({ line }) => line.account,
			owner: ({ line }) => line.ownerName,
			owner_id: ({ line }) => line.ownerId,
			amount: ({ line }) => csvAmount(line.amount),
			reason: ({ head }) => head.reason,
			order_id: ({ head }) => head.orderId,
			reverses: ({ head }) => head.reverses,
			actor: ({ head }) => head.actor.name ?? head.actor.id,
			cause: ({ head }) => head.cause,
		},
	});

/** The dry run of the weekly run as CSV. */
export const exportComingInvoices = (ctx: Ctx, address: URLSearchParams): Promise<Response> =>
	exportList(ctx, {
		name: comingInvoicesList.name,
		asked: comingInvoicesList.fromAddress(address),
		read: (asked) => listComingInvoices(ctx, asked),
		columns: {
			client: ({ clientName }) => clientName,
			client_id: ({ clientId }) => clientId,
			lines: ({ lineCount }) => lineCount,
			total: ({ total }) => csvAmount(total),
			invoiced: ({ total }) => total >= 0n,
		},
	});

const askedPayout = z.object({ id: payoutId, locale: z.enum(["en", "ru"]).catch("en") });

/** A payout statement to be kept or printed, in the language that is asked for. Throws refusals; the mount answers them. */
export async function payoutPdf(ctx: Ctx, given: { id: string; locale: string | null }): Promise<Response> {
	if (ctx.actor.kind === "visitor") throw commonRefusals.because("sign_in_first");
	const parsed = askedPayout.safeParse(given);
	if (!parsed.success) throw commonRefusals.because("not_found");
	const { id, locale } = parsed.data;
	const payout = await getPayout(ctx, { payoutId: id });
	const { timeZone, currencySign: sign } = await policyOfVersion(ctx, "money", payout.moneyPolicyVersion);
	return pdf(await renderPayout(payout, { locale, timeZone, sign }), `payout-${payout.number}`);
}

const secretOfGoldHat = () => goldHatSettings()?.secret ?? null;

/** `POST /api/webhooks/gold-hat`: Gold Hat says what became of a transfer. */
export const goldHatWebhook = (request: Request): Promise<Response> =>
	answerSigned("billing/gold-hat", request, secretOfGoldHat(), async (ctx, content) => {
		const notice = transferNotice.safeParse(content);
		if (!notice.success) return fault(400, "malformed");
		const { transferId: id, ...decision } = notice.data;
		await settleTransfer(ctx, id, decision);
		return Response.json({ received: true });
	});

/** `POST /api/sandbox/gold-hat/transfers`: the Gold Hat of demo mode takes a transfer. */
export async function goldHatSandbox(request: Request): Promise<Response> {
	if (!demoMode()) return fault(404, "not_found");
	return answerSigned("sandbox/gold-hat", request, secretOfGoldHat(), async (ctx, content) => {
		const order = sandboxTransferOrder.safeParse(content);
		if (!order.success || request.headers.get("idempotency-key") !== order.data.id) return fault(400, "malformed");
		const taken = await takeSandboxTransfer(ctx, order.data);
		if (taken === "refused") return fault(422, "There is no such account");
		return taken === "lost" ? fault(503, "unavailable") : Response.json({ id: order.data.id }, { status: 202 });
	});
}

/** `GET /api/sandbox/gold-hat/transfers/<id>`: what became of it there. */
export async function goldHatSandboxTransfer(request: Request, id: string): Promise<Response> {
	if (!demoMode()) return fault(404, "not_found");
	return answerSigned("sandbox/gold-hat", request, secretOfGoldHat(), async (ctx) => {
		const parsed = transferId.safeParse(id);
		const known = parsed.success ? await askSandbox(ctx, parsed.data) : null;
		return known ? Response.json(known) : fault(404, "not_found");
	});
}

/** The office's invoices as CSV. */
export const exportInvoices = (ctx: Ctx, address: URLSearchParams): Promise<Response> =>
	exportList(ctx, {
		name: officeInvoicesList.name,
		asked: officeInvoicesList.fromAddress(address),
		read: (asked) => listOfficeInvoices(ctx, asked),
		columns: {
			number: ({ number }) => number,
			week: ({ week }) => week,
			client: ({ clientName }) => clientName,
			total: ({ total }) => csvAmount(total),
			status: ({ status }) => status,
			collected_by: ({ collectedBy }) => collectedBy,
			issued_at: ({ issuedAt }) => issuedAt,
			paid_at: ({ paidAt }) => paidAt,
			invoice_id: ({ invoiceId }) => invoiceId,
			client_id: ({ clientId }) => clientId,
		},
	});

/** The payouts as CSV, as the address of their page asks for them. */
export const exportPayouts = (ctx: Ctx, address: URLSearchParams): Promise<Response> =>
	exportList(ctx, {
		name: payoutsList.name,
		asked: payoutsList.fromAddress(address),
		read: (asked) => listOfficePayouts(ctx, asked),
		columns: {
			number: ({ number }) => number,
			month: ({ month }) => month,
			worker: ({ workerName }) => workerName,
			carried_in: ({ carriedIn }) => csvAmount(carriedIn),
			amount: ({ amount }) => csvAmount(amount),
			carried_out: ({ carriedOut }) => csvAmount(carriedOut),
			status: ({ status }) => status,
			worker_id: ({ workerId }) => workerId,
			payout_id: ({ payoutId: id }) => id,
		},
	});

/** The bonuses as CSV, as the address of their page asks for them. */
export const exportBonuses = (ctx: Ctx, address: URLSearchParams): Promise<Response> =>
	exportList(ctx, {
		name: bonusesList.name,
		asked: bonusesList.fromAddress(address),
		read: (asked) => listBonuses(ctx, asked),
		columns: {
			granted_at: ({ grantedAt }) => grantedAt,
			worker: ({ workerName }) => workerName,
			amount: ({ amount }) => csvAmount(amount),
			reason: ({ reason }) => reason,
			granted_by: ({ grantedBy }) => grantedBy.name ?? grantedBy.id,
			approved_by: ({ approvedBy }) => approvedBy && (approvedBy.name ?? approvedBy.id),
			worker_id: ({ workerId }) => workerId,
		},
	});
const STRIPE_MOST = 200_000;

/** `POST /api/webhooks/stripe`: Stripe says what became of a charge, a refund or a dispute, or that a client has left a card. */
export async function stripeWebhook(request: Request): Promise<Response> {
	const settings = stripeSettings();
	if (!settings) return fault(404, "not_found");
	return answerRequest(
		"billing/stripe",
		request,
		async (ctx, body) => {
			const event = stripeEvent(settings, body, request.headers.get("stripe-signature"));
			if (!event) return fault(401, "wrong_signature");
			await hearStripe(ctx, settings, event);
			return Response.json({ received: true });
		},
		STRIPE_MOST,
	);
}
