import { invoiceIssued } from "@/server/events/catalog/billing";
import { reaction } from "@/server/inngest/define";
import { collectInvoice } from "../commands/collect-invoice";
import { markOverdue } from "../commands/mark-overdue";
import { patienceAfter } from "../domain/collection";

/** An invoice is collected as soon as it is issued; one that is paid by transfer is overdue when none has come in time. */
export const collectInvoiceOnInvoiceIssued = reaction({
	id: "billing/collect-invoice",
	on: invoiceIssued,
	run: async ({ ctx, data, step }) => {
		for (let look = 1; ; look++) {
			const begun = await step.run(`collect-${look}`, () => collectInvoice(ctx, data));
			if (begun.next === "go on") return;
			if (begun.next === "transfer") {
				await step.sleepUntil("wait for the transfer", begun.until);
				break;
			}
			await step.sleep(`wait-${look}`, patienceAfter(look));
		}
		for (let look = 1; ; look++) {
			const { next } = await step.run(`overdue-${look}`, () => markOverdue(ctx, data));
			if (next === "go on") return;
			await step.sleep(`wait-overdue-${look}`, patienceAfter(look));
		}
	},
});
