import { expect, test } from "../_support/test";
import { clientPages } from "../pages/client";
import { arrive, ask, liveUntil, workerCalled } from "../pages/people";
import { workerPages } from "../pages/worker";

type Order = { number: number; startsAt: string; state: string; workerName: string | null };

test.describe.configure({ timeout: 150_000 });

test("a client who cancels is told the amount, and pays it", async ({ browser, baseURL }) => {
	const client = await arrive(browser, baseURL, "loyal-client");
	const office = await arrive(browser, baseURL, "manager");
	const orderId = await clientPages(client).request({
		service: "Sofa scratching",
		wish: "Perhaps",
		daysAhead: 3,
		time: "09:00",
	});
	const name = await clientPages(client).workerIsAssigned();
	const worker = await arrive(browser, baseURL, workerCalled(name));
	await workerPages(worker).openJob(orderId);

	await client.getByRole("button", { name: "Cancel the order" }).click();
	const dialog = client.getByRole("alertdialog");
	await expect(dialog).toContainText("₡95.00");
	await dialog.getByRole("button", { name: "Cancel and pay ₡95.00" }).click();
	await expect(client.getByText("You cancelled this order.")).toBeVisible();
	await expect(worker.getByText(/^Cancelled on /)).toBeVisible();

	await office.goto(`/admin/orders/${orderId}`);
	await expect(office.getByText("The job was cancelled")).toBeVisible();
	await client.goto("/billing");
	await expect(client.getByText("₡95.00").first()).toBeVisible();
});

test("a worker who gives up in time is replaced by another, at the same price", async ({ browser, baseURL }) => {
	const client = await arrive(browser, baseURL, "loyal-client");
	const orderId = await clientPages(client).request({
		service: "Dropping glasses",
		wish: "The green ones",
		daysAhead: 4,
		time: "11:00",
	});
	const first = await clientPages(client).workerIsAssigned();
	const worker = await arrive(browser, baseURL, workerCalled(first));
	await workerPages(worker).openJob(orderId);
	await workerPages(worker).giveUp("A thorn in my paw", "Give the job back");

	const card = client.getByRole("region", { name: "Your worker" });
	await expect(card).toBeVisible();
	await expect(card).not.toContainText(first);
	await expect.poll(() => clientPages(client).workerIsAssigned()).not.toBe(first);
	await expect(client.getByText("₡80.75").first()).toBeVisible();
	await workerPages(worker).openJob(orderId);
	await expect(worker.getByText(/You gave this job back/)).toBeVisible();
});

test("a worker who gives up late has failed, and knows what it costs before", async ({ browser, baseURL }) => {
	const client = await arrive(browser, baseURL, "loyal-client");
	const office = await arrive(browser, baseURL, "manager");
	const orderId = await clientPages(client).request({
		service: "Sofa scratching",
		wish: "Only a little",
		daysAhead: 2,
		time: "12:00",
	});
	const name = await clientPages(client).workerIsAssigned();
	const { startsAt } = await ask<Order>(office.context(), "ordering.officeOrder", { orderId });
	await liveUntil(office.context(), new Date(new Date(startsAt).getTime() - 2 * 3_600_000));

	const worker = await arrive(browser, baseURL, workerCalled(name));
	await workerPages(worker).openJob(orderId);
	await workerPages(worker).giveUp("Overslept", "Give up and lose ₡40.00");
	await expect(worker.getByText(/^Failed on /)).toBeVisible();
	await expect(client.getByText(/can't come/)).toBeVisible();
	await worker.goto("/jobs/money");
	await expect(worker.getByText("−₡40.00").first()).toBeVisible();
});

test("when nobody comes the order fails by itself, and is ordered again on a new date with somebody else", async ({
	browser,
	baseURL,
}) => {
	const client = await arrive(browser, baseURL, "new-client");
	const office = await arrive(browser, baseURL, "manager");
	const orderId = await clientPages(client).request({
		service: "Testing boxes",
		wish: "Two boxes",
		daysAhead: 2,
		time: "15:00",
	});
	const first = await clientPages(client).workerIsAssigned();
	const { number, startsAt } = await ask<Order>(office.context(), "ordering.officeOrder", { orderId });
	await liveUntil(office.context(), new Date(new Date(startsAt).getTime() + 16 * 60_000));
	await expect(client.getByText(`${first} did not come.`, { exact: false }).first()).toBeVisible();

	const copyId = await clientPages(client).orderAgain(3, "15:00");
	expect(copyId).not.toBe(orderId);
	expect(await clientPages(client).workerIsAssigned()).not.toBe(first);
	await expect(client.getByRole("link", { name: new RegExp(`order ${number}`) })).toBeVisible();
	await client.getByRole("link", { name: new RegExp(`order ${number}`) }).click();
	await expect(client.getByRole("link", { name: /Ordered again as order/ })).toBeVisible();
});
