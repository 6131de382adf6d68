import { z } from "zod";
import { commonRefusals } from "@/server/kernel/errors";
import { invoiceId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { policyInForce } from "@/server/platform/policies";
import { renderInvoice } from "./adapters/invoice-pdf";
import { getInvoice } from "./queries/get-invoice";

const asked = z.object({ id: invoiceId, locale: z.enum(["en", "ru"]).catch("en") });

/** An invoice to be kept or printed, in the language that is asked for. Throws refusals; the mount answers them. */
export async function invoicePdf(ctx: Ctx, given: { id: string; locale: string | null }): Promise<Response> {
	if (ctx.actor.kind === "visitor") throw commonRefusals.because("sign_in_first");
	const parsed = asked.safeParse(given);
	if (!parsed.success) throw commonRefusals.because("not_found");
	const { id, locale } = parsed.data;
	const invoice = await getInvoice(ctx, { invoiceId: id });
	const { timeZone, currencySign: sign } = await policyInForce(ctx, "money", invoice.issuedAt);
	return new Response(await renderInvoice(invoice, { locale, timeZone, sign }), {
		headers: {
			"content-type": "application/pdf",
			"content-disposition": `inline; filename="invoice-${invoice.number}.pdf"`,
			"cache-control": "private, no-store",
			"x-content-type-options": "nosniff",
		},
	});
}
