import { secretsOf } from "../../scripts/lib/secrets.mjs";
import { signMessage } from "../../server/platform/signed-messages";
import { expect, test } from "../_support/test";
import { clientPages } from "../pages/client";
import { arrive, ask, liveUntilWeekEnd } from "../pages/people";

type Page = Awaited<ReturnType<typeof arrive>>;
type Invoice = { attempts: { paymentId: string; state: string; reference: string; amount: string }[] };

/** Everything here needs an invoice that was paid by card, so one is made and all of it is seen on that one. */
async function aPaidInvoice(client: Page, office: Page) {
	await client.goto("/billing");
	await clientPages(client).payBy("Pays at once");
	const orderId = await clientPages(client).request({
		...{ service: "Sofa scratching", wish: "Or rather not", daysAhead: 5, time: "09:00" },
	});
	await clientPages(client).workerIsAssigned();
	await clientPages(client).cancelAndPay();
	await liveUntilWeekEnd(client.context());
	const { invoices } = await ask<{ invoices: { invoiceId: string }[] }>(client.context(), "billing.listInvoices", {});
	const invoiceId = invoices[0]?.invoiceId ?? "";
	const paidBy = async () =>
		(await ask<Invoice>(office.context(), "billing.officeInvoice", { invoiceId })).attempts.find(
			({ state }) => state === "succeeded",
		);
	await expect.poll(async () => (await paidBy())?.state, { timeout: 30_000 }).toBe("succeeded");
	const payment = await paidBy();
	if (!payment) throw new Error("the card pays");
	return { orderId, invoiceId, payment };
}

test("money that goes back: a refund, a contradiction that two managers settle, and a dispute that is lost", async ({
	browser,
	baseURL,
	server,
}) => {
	test.setTimeout(240_000);
	const client = await arrive(browser, baseURL, "loyal-client");
	const office = await arrive(browser, baseURL, "manager");
	const { orderId, invoiceId, payment } = await aPaidInvoice(client, office);
	const invoicePage = `/admin/money/invoices/${invoiceId}`;
	const { CARD_SANDBOX_SECRET: secret } = secretsOf(server.dataDir);
	const tellSigned = async (path: string, content: unknown) => {
		const body = JSON.stringify(content);
		const headers = { "content-type": "application/json", ...signMessage(body, secret, new Date()) };
		const answer = await office.request.post(path, { data: body, headers });
		expect(answer.status(), await answer.text()).toBe(200);
	};

	await test.step("a part of the charge is waived and goes back to the card", async () => {
		await office.goto(`/admin/orders/${orderId}`);
		await office.waitForLoadState("networkidle");
		await office.getByRole("button", { name: "Waive", exact: true }).click();
		const dialog = office.getByRole("dialog");
		await dialog.getByLabel("Amount to waive").fill("5");
		await dialog.getByLabel("Reason").fill("It rained");
		await dialog.getByRole("button", { name: /^Waive/ }).click();
		await expect(dialog).toBeHidden();
		await office.goto(invoicePage);
		const row = office.getByRole("row").filter({ hasText: "It rained" });
		await expect(row).toContainText("−₡5.00");
		await expect(row.getByText("Given back", { exact: true })).toBeVisible({ timeout: 30_000 });
	});

	await test.step("the card service takes back its word: one manager says what is true, another approves", async () => {
		const { paymentId: charge, reference, amount: minor } = payment;
		const said = { charge, reference, status: "refused", amount: { minor, currency: "CTU" }, reason: "reversed" };
		await tellSigned("/api/webhooks/sandbox-card", said);
		await office.getByRole("button", { name: "Say what is true" }).click();
		const dialog = office.getByRole("dialog");
		await dialog.getByLabel("What is true").selectOption({ label: "succeeded: the company has the money" });
		await dialog.getByLabel("How you know").fill("They mixed up two numbers, says their support");
		await dialog.getByRole("button", { name: "Ask for approval" }).click();
		await expect(office.getByText("Waits for approval")).toBeVisible();

		const second = await arrive(browser, baseURL, "second-manager");
		await second.goto("/en/admin/money/approvals?status=waiting");
		const row = second.getByRole("row").filter({ hasText: "They mixed up two numbers" });
		await row.getByRole("button").first().click();
		await expect(second.getByRole("dialog")).toContainText("succeeded: the company has the money");
		await second.getByRole("dialog").getByRole("button", { name: "Approve", exact: true }).click();
		await expect(second.getByRole("dialog")).toBeHidden();
		await expect(office.getByText("Ruled", { exact: true })).toBeVisible();
		await expect(office.getByRole("button", { name: "Say what is true" })).toHaveCount(0);
	});

	await test.step("the client's bank demands the payment back, and gets it: the invoice is owed again", async () => {
		const order = { charge: payment.paymentId, outcome: "open" };
		await tellSigned("/api/sandbox/card/disputes", order);
		const row = office.getByRole("row").filter({ hasText: /dispute-/ });
		await expect(row.getByText("Not decided")).toBeVisible();
		await tellSigned("/api/sandbox/card/disputes", { ...order, outcome: "lost" });
		await expect(row.getByText("Lost", { exact: true })).toBeVisible();
		await expect(row.getByRole("link", { name: /transaction \d+/ })).toBeVisible();
		await expect(office.getByText("Overdue", { exact: true }).first()).toBeVisible();
		await row.getByRole("button", { name: "Dealt with" }).click();
		const dialog = office.getByRole("dialog");
		await dialog.getByLabel("What was done").fill("The client was called and will pay");
		await dialog.getByRole("button", { name: "Take it down" }).click();
		await expect(row).toContainText("The client was called and will pay");
		await client.goto(`/billing/invoices/${invoiceId}`);
		await expect(client.getByText(/^Your bank took back/)).toBeVisible();
	});

	await test.step("the client pays it, and can order again", async () => {
		await client.getByRole("button", { name: /^Pay ₡[\d.,]+ now$/ }).click();
		await expect(client.getByText("Paid by you").first()).toBeVisible();
		await expect(client.getByRole("button", { name: /^Pay ₡/ })).toBeHidden();
		await client.goto("/orders/new");
		await expect(client.getByText("An invoice is overdue")).toHaveCount(0);
	});

	const { findings } = await ask<{ findings: { name: string; breaches: number }[] }>(
		office.context(),
		"billing.checkBooks",
	);
	expect(findings.filter(({ breaches }) => breaches > 0)).toEqual([]);
});
