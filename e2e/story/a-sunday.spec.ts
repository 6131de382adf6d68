import { choose } from "../_support/choose";
import { expect, test } from "../_support/test";
import { clientPages } from "../pages/client";
import { arrive, ask, liveUntil, liveUntilWeekEnd } from "../pages/people";

test("a Sunday: a card is refused, orders are blocked, and paying lifts the block", async ({ browser, baseURL }) => {
	test.setTimeout(300_000);
	const client = await arrive(browser, baseURL, "loyal-client");
	const office = await arrive(browser, baseURL, "manager");
	// Something to be paid for in this week, whatever other tests have ordered.
	await clientPages(client).request({ service: "Sofa scratching", wish: "After all no", daysAhead: 3, time: "11:00" });
	await clientPages(client).workerIsAssigned();
	await clientPages(client).cancelAndPay();
	await client.goto("/billing");
	await clientPages(client).payBy("Is refused");

	await liveUntilWeekEnd(client.context());
	const { invoices } = await ask<{ invoices: { invoiceId: string; number: string; status: string }[] }>(
		client.context(),
		"billing.listInvoices",
		{},
	);
	const invoice = invoices[0];
	if (!invoice) throw new Error("the week has brought no invoice");
	// Nobody has reloaded the page: the invoice has come to it, and how it stands.
	await expect(client.getByRole("link", { name: `Invoice ${invoice.number}`, exact: true })).toBeVisible();
	await expect(client.getByText("Payment failed")).toBeVisible();
	await client.getByRole("link", { name: `Invoice ${invoice.number}`, exact: true }).click();
	await expect(client.getByText("Your card was refused: there is not enough on it")).toBeVisible();
	await office.goto("/admin/money/invoices?trouble=collection-failed");
	await expect(office.getByRole("row").filter({ hasText: invoice.number })).toContainText("Payment failed");
	await office.goto(`/admin/money/invoices/${invoice.invoiceId}`);
	await expect(office.getByText("Refused").first()).toBeVisible();

	const { now } = await ask<{ now: string }>(client.context(), "business.settings");
	for (const days of [2, 4, 6]) {
		await liveUntil(client.context(), new Date(new Date(now).getTime() + days * 86_400_000));
	}
	await expect(client.getByText("This invoice is overdue")).toBeVisible();
	await expect(office.getByText("Overdue", { exact: true }).first()).toBeVisible();

	await client.goto("/orders/new");
	await choose(client.getByRole("radio", { name: /Sofa scratching/ }));
	await expect(client.getByText("An invoice is overdue")).toBeVisible();
	await client.getByRole("link", { name: "Pay it under Billing" }).click();
	await clientPages(client).payBy("Pays at once");
	await client.getByRole("link", { name: `Invoice ${invoice.number}`, exact: true }).click();
	await client.getByRole("button", { name: /^Pay ₡[\d.,]+ now$/ }).click();
	await expect(client.getByText("Paid by you")).toBeVisible();
	await expect(client.getByRole("button", { name: /^Pay ₡/ })).toBeHidden();
	await expect(office.getByText("Client, at once")).toBeVisible();

	await clientPages(client).request({
		...{ service: "Sofa scratching", wish: "Paid, so scratch again", daysAhead: 2, time: "12:00" },
	});
	await expect(client.getByRole("heading", { level: 1 })).toContainText("Sofa scratching");

	await office.goto("/demo/mailbox");
	for (const subject of [
		`Your card was refused for invoice ${invoice.number}`,
		`Invoice ${invoice.number} is overdue`,
		`Invoice ${invoice.number} is paid`,
	]) {
		await expect(office.getByText(subject).first()).toBeVisible();
	}
});
