import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { invoices } from "@/db/schema/billing-invoices";
import { auditEntries } from "@/db/schema/platform";
import { aPerson } from "@/server/contexts/identity/testing";
import { type ClientId, newId } from "@/server/kernel/ids";
import { money } from "@/server/kernel/money";
import { actingAs, at, createCtx } from "@/server/platform/context";
import { collectInvoice } from "./commands/collect-invoice";
import { confirmTransfer } from "./commands/confirm-transfer";
import { issueInvoices } from "./commands/issue-invoices";
import { markOverdue } from "./commands/mark-overdue";
import { mirrorAccount } from "./commands/mirror-account";
import { openWeek } from "./commands/open-week";
import { officeInvoicesList } from "./contracts";
import { exportInvoices } from "./http";
import { balance } from "./ledger/balance";
import { objectionTo } from "./queries/get-client-standing";
import { getOfficeInvoice } from "./queries/get-office-invoice";
import { listLedgerFindings } from "./queries/list-ledger-findings";
import { countOfficeInvoices, listOfficeInvoices } from "./queries/list-office-invoices";
import { anEndedOrder } from "./testing";

const within = at(createCtx(), "2027-01-09T12:00:00Z");
const after = at(createCtx(), "2027-01-10T19:00:00Z");
const manager = actingAs(after, aPerson("manager"));
const names = ["Murka", "Ryzhik", "Dymka"];
const clientIds = names.map(() => newId<ClientId>());
const [murka = newId<ClientId>()] = clientIds;

const asked = (address: Record<string, string> = {}) =>
	officeInvoicesList.fromAddress(new Map(Object.entries(address)) as never);
const numbersOf = async (address: Record<string, string>) =>
	(await listOfficeInvoices(manager, asked(address))).rows.map(({ clientName }) => clientName);

async function invoiceOf(clientId: ClientId) {
	const [invoice] = await after.db.select().from(invoices).where(eq(invoices.clientId, clientId));
	if (!invoice) throw new Error("there is an invoice");
	return invoice;
}

// Three clients who have chosen nothing, so that transfers are awaited; Dymka's is overdue.
beforeAll(async () => {
	for (const [index, clientId] of clientIds.entries()) {
		await mirrorAccount(within, {
			...{ accountId: newId(), version: 1, name: names[index] ?? "", email: "m@cats.example", phone: "", locale: "en" },
			...{ roles: ["client"], clientId, workerId: null, active: true },
		});
		for (let order = 0; order <= index; order++) await anEndedOrder(within, "completed", { clientId });
	}
	for (let due = await openWeek(after); due; due = await openWeek(after)) {
		while (!(await issueInvoices(after, due)).isClosed);
	}
	for (const clientId of clientIds) await collectInvoice(after, { invoiceId: (await invoiceOf(clientId)).id });
	await markOverdue(after, { invoiceId: (await invoiceOf(clientIds[2] ?? murka)).id });
});

describe("the office's invoices", () => {
	it("are found by number, name, status, what is to look after, client and week", async () => {
		const { year, sequence } = await invoiceOf(murka);
		expect(await numbersOf({ search: `${year}-${String(sequence).padStart(5, "0")}` })).toEqual(["Murka"]);
		expect(await numbersOf({ search: "yzhi" })).toEqual(["Ryzhik"]);
		expect(await numbersOf({ status: "overdue" })).toEqual(["Dymka"]);
		expect((await numbersOf({ trouble: "transfer-awaited" })).toSorted()).toEqual(["Dymka", "Murka", "Ryzhik"]);
		expect(await numbersOf({ trouble: "collection-failed" })).toEqual([]);
		expect(await numbersOf({ trouble: "answer-awaited" })).toEqual([]);
		expect(await numbersOf({ clientId: murka })).toEqual(["Murka"]);
		expect(await numbersOf({ from: "2027-01-11" })).toEqual([]);
		// Less than three letters are looked for where a word begins.
		expect(await countOfficeInvoices(manager, { search: "mu" })).toEqual({ count: 1, more: false });
	});

	it("go page by page, by number or total", async () => {
		const first = await listOfficeInvoices(manager, { ...asked({ sort: "total" }), limit: 2 });
		expect(first.rows.map(({ total }) => total)).toEqual([285_00n, 190_00n]);
		const rest = await listOfficeInvoices(manager, { ...asked({ sort: "total" }), limit: 2, after: first.after ?? "" });
		expect([rest.rows.map(({ total }) => total), rest.after]).toEqual([[95_00n], null]);
	});

	it("can be taken along as CSV", async () => {
		const answer = await exportInvoices(manager, new URLSearchParams({ sort: "total", order: "asc" }));
		const [head, line] = (await answer.text()).split("\n");
		expect(head).toContain("number,week,client,total,status");
		expect(line).toContain("Murka,95.00,issued,transfer");
	});

	it("are for managers alone", async () => {
		const { id: invoiceId } = await invoiceOf(murka);
		for (const role of ["client", "worker", "warehouse"] as const) {
			const somebody = actingAs(after, aPerson(role));
			const input = { idempotencyKey: newId<string>(), invoiceId, amount: money(95_00), reference: "B-1" };
			for (const tried of [
				() => listOfficeInvoices(somebody, asked()),
				() => getOfficeInvoice(somebody, { invoiceId }),
				() => confirmTransfer(somebody, input),
			]) {
				await expect(tried()).rejects.toMatchObject({ code: "common.not_allowed" });
			}
		}
	});
});

describe("a bank transfer", () => {
	it("for an invoice of one's own is for another manager to see", async () => {
		const { id: invoiceId } = await invoiceOf(murka);
		const both = actingAs(after, { ...aPerson("manager", "client"), clientId: murka });
		await expect(
			confirmTransfer(both, { idempotencyKey: newId(), invoiceId, amount: money(95_00), reference: "BANK 1" }),
		).rejects.toMatchObject({ code: "billing.own_invoice" });
		expect(await getOfficeInvoice(manager, { invoiceId })).toMatchObject({ status: "issued", attempts: [] });
	});

	it("that a manager has seen pays the invoice, once, on record, and lifts the block", async () => {
		const clientId = clientIds[2] ?? murka;
		const { id: invoiceId } = await invoiceOf(clientId);
		expect(await objectionTo(after, clientId)).toBe("overdue");
		const input = { idempotencyKey: newId<string>(), invoiceId, amount: money(285_00), reference: "BANK 77" };
		await expect(confirmTransfer(manager, { ...input, amount: money(284_99) })).rejects.toMatchObject({
			code: "billing.amount_changed",
		});
		const [one, other] = await Promise.all([confirmTransfer(manager, input), confirmTransfer(manager, input)]);
		expect(one).toEqual(other);
		await expect(confirmTransfer(manager, { ...input, idempotencyKey: newId() })).rejects.toMatchObject({
			code: "billing.already_paid",
		});
		expect(await getOfficeInvoice(manager, { invoiceId })).toMatchObject({
			...{ status: "paid", due: 0n, attempts: [{ kind: "bank-transfer", state: "succeeded" }] },
			statements: [{ heardBy: "manager", reference: "BANK 77", statedMinor: 285_00n, statedCurrency: "CTU" }],
		});
		expect(await objectionTo(after, clientId)).toBeNull();
		expect(await balance(after, { kind: "bank" })).toBe(-285_00n);
		const [audited] = await after.db
			.select()
			.from(auditEntries)
			.where(eq(auditEntries.subject, `invoice:${invoiceId}`));
		expect(audited).toMatchObject({ action: "billing.confirm-transfer", after: { reference: "BANK 77" } });
		expect((await listLedgerFindings(after)).filter(({ breaches }) => breaches > 0)).toEqual([]);
	});

	it("pays one invoice: its reference is taken for no other", async () => {
		const pay = (client: ClientId | undefined, amount: number, reference: string) =>
			invoiceOf(client ?? murka).then(({ id: invoiceId }) =>
				confirmTransfer(manager, { idempotencyKey: newId(), invoiceId, amount: money(amount), reference }),
			);
		await expect(pay(clientIds[1], 190_00, "bank 77")).rejects.toMatchObject({ code: "billing.reference_used" });
		expect((await invoiceOf(clientIds[1] ?? murka)).status).toBe("issued");
		await pay(clientIds[1], 190_00, "BANK 78");
		expect((await invoiceOf(clientIds[1] ?? murka)).status).toBe("paid");
	});
});
