import { expect, test } from "../_support/test";
import { clientPages } from "../pages/client";
import { arrive, ask, liveUntil, workerCalled } from "../pages/people";
import { workerPages } from "../pages/worker";

test("one order lives from the request to the money, before four people at once", async ({ browser, baseURL }) => {
	test.setTimeout(180_000);
	const client = await arrive(browser, baseURL, "loyal-client");
	const kiosk = await arrive(browser, baseURL, "warehouse");
	const office = await arrive(browser, baseURL, "manager");
	await kiosk.goto("/kiosk");
	await office.goto("/admin/orders");

	const orderId = await clientPages(client).request({
		service: "Sofa scratching",
		wish: "The right armrest, evenly",
		daysAhead: 2,
		time: "10:00",
	});
	const name = await clientPages(client).workerIsAssigned();
	await expect(client.getByText("₡95.00").first()).toBeVisible();

	// Nobody has reloaded anything: the order has come to the office, the kit to the kiosk.
	const { number, startsAt } = await ask<{ number: number; startsAt: string }>(
		office.context(),
		"ordering.officeOrder",
		{ orderId },
	);
	await expect(office.getByRole("row").filter({ hasText: String(number) })).toContainText(name);
	const card = kiosk
		.getByRole("article")
		.filter({ hasText: name })
		.filter({ hasText: String(number) });
	await expect(card).toBeVisible();

	const worker = await arrive(browser, baseURL, workerCalled(name));
	await workerPages(worker).openJob(orderId);
	await expect(worker.getByText("The warehouse is putting your kit together")).toBeVisible();

	await liveUntil(office.context(), new Date(new Date(startsAt).getTime() - 20 * 60_000));
	await card.getByRole("button", { name: "Issued" }).click();
	await expect(worker.getByText("Kit issued")).toBeVisible();

	await workerPages(worker).start();
	await expect(client.getByText("Under way").first()).toBeVisible();
	await workerPages(worker).finish();
	await expect(client.getByRole("heading", { name: "How was it?" })).toBeVisible();

	await client.goto("/billing");
	await expect(client.getByRole("link", { name: "Sofa scratching" }).first()).toBeVisible();
	await expect(client.getByText("₡95.00").first()).toBeVisible();
	await worker.goto("/jobs/money");
	await expect(worker.getByText("₡60.00").first()).toBeVisible();

	await office.goto(`/admin/orders/${orderId}`);
	for (const line of [
		"The client placed the order",
		"A worker was matched",
		"A worker was assigned and the price fixed",
		"A kit was asked for",
		"The kit was issued",
		"The worker started",
		"The job was completed",
		"It is in the books",
	]) {
		await expect(office.getByText(line)).toBeVisible();
	}
	await expect(office.getByText(`${name} was chosen.`)).toBeVisible();
	await expect(office.getByText("₡95.00").first()).toBeVisible();
	await expect(office.getByText("₡60.00").first()).toBeVisible();

	await office.goto("/demo/mailbox");
	await expect(office.getByText(new RegExp(`Order ${number} is done`))).toBeVisible();
});
