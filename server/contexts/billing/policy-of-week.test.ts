import { expect, it } from "vitest";
import { aPerson } from "@/server/contexts/identity/testing";
import { type ClientId, newId } from "@/server/kernel/ids";
import { actingAs, at, createCtx } from "@/server/platform/context";
import { changePolicy } from "@/server/platform/policies/change-policy";
import { changePolicyInput } from "@/server/platform/policies/contracts";
import { moneyDefaults } from "@/server/platform/policies/money";
import { issueInvoices } from "./commands/issue-invoices";
import { openWeek } from "./commands/open-week";
import { getInvoice } from "./queries/get-invoice";
import { listInvoices } from "./queries/list-invoices";
import { anEndedOrder } from "./testing";

const ctx = createCtx();
const sunday = at(ctx, "2026-11-29T19:00:00Z");

it("a week is closed by the policies that were in force when it was opened, whatever is changed before it is done", async () => {
	const clientId = newId<ClientId>();
	await anEndedOrder(at(ctx, "2026-11-28T10:00:00Z"), "completed", { clientId });
	const week = await openWeek(sunday);
	const changed = changePolicyInput.parse({
		...{ set: "money", idempotencyKey: newId(), basedOn: 1, effectiveFrom: null, reason: "All get a tenth off" },
		values: { ...moneyDefaults, discountLadder: [{ above: "0", percent: 10 }], currencySign: "¢" },
	});
	await changePolicy(actingAs(sunday, aPerson("admin")), changed);
	while (!(await issueInvoices(sunday, { week: week?.week ?? "" })).isClosed);
	const client = actingAs(at(ctx, "2026-12-10T10:00:00Z"), { ...aPerson("client"), clientId });
	const { invoices } = await listInvoices(client, {});
	const invoice = await getInvoice(client, { invoiceId: invoices[0]?.invoiceId ?? newId() });
	expect(invoice).toMatchObject({ moneyPolicyVersion: 1, discountPercent: 0 });
	expect(invoice.ladder[0]).toEqual({ above: 10_000_00n, percent: 5 });
	expect(invoice.next).toEqual({ percent: 5, missing: 10_000_01n });
});
