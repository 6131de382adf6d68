import type { BrowserContext } from "@playwright/test";
import { expect, test } from "../_support/test";
import { clientPages } from "../pages/client";
import { arrive, ask, tell } from "../pages/people";

/** Takes everybody who is in the pool out of it. Answers how to bring them back. */
async function emptyThePool(office: BrowserContext): Promise<() => Promise<void>> {
	type Workers = { rows: { workerId: string }[] };
	const { rows: workers } = await ask<Workers>(office, "hiring.listWorkers", { active: "yes", limit: 100 });
	const setAll = async (active: boolean) => {
		for (const { workerId } of workers)
			expect(await tell(office, "hiring.setWorkerActive", { workerId, active })).toBe(200);
	};
	await setAll(false);
	return () => setAll(true);
}

test("what needs a manager now comes to the overview by itself, opens its place, and goes when it is mended", async ({
	browser,
	baseURL,
}) => {
	test.setTimeout(120_000);
	const office = await arrive(browser, baseURL, "manager");
	const client = await arrive(browser, baseURL, "new-client");
	await office.goto("/admin");
	await expect(office.getByRole("heading", { name: "What needs you now" })).toBeVisible();

	const fillThePool = await emptyThePool(office.context());
	const orderId = await clientPages(client).request({
		service: "Sofa scratching",
		wish: "The left armrest",
		// Whoever left the pool gave back what they had: this one is the next to begin of all that wait now.
		daysAhead: 1,
		time: "09:00",
	});
	const { number } = await ask<{ number: number }>(office.context(), "ordering.officeOrder", { orderId });
	await expect(office.getByRole("heading", { name: /waits? for a worker/ })).toBeVisible();
	const line = office.getByRole("link", { name: new RegExp(`^${number} Sofa scratching`) });
	await expect(line).toContainText("There is no active worker in the pool.");
	await expect(office.getByRole("link", { name: /^Overview .*attention$/ })).toBeVisible();

	await line.click();
	await expect(office.getByRole("heading", { name: `Order ${number}` })).toBeVisible();
	await expect(office.getByText("There is no active worker in the pool.").first()).toBeVisible();
	await fillThePool();
	await expect(office.getByText(/ was chosen\.$/)).toBeVisible();
	await office.getByRole("link", { name: /^Overview/ }).click();
	await expect(office.getByRole("heading", { name: "Overview" })).toBeVisible();
	await expect(line).toHaveCount(0);
});

test("a chart has its table, and its figures lead to their list", async ({ browser, baseURL }) => {
	const office = await arrive(browser, baseURL, "manager");
	await office.goto("/admin");
	await office.getByRole("button", { name: "Show as a table: How orders ended" }).click();
	const table = office.getByRole("table", { name: "How orders ended" });
	await expect(table.getByRole("row")).toHaveCount(9);
	await table.getByRole("row").last().getByRole("link").first().click();
	await expect(office).toHaveURL(/\/admin\/orders\?state=completed&from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d/);
	await expect(office.getByRole("heading", { name: "Orders" })).toBeVisible();
});
