import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { choose } from "../_support/choose";
import { expect, test } from "../_support/test";
import { clientPages } from "../pages/client";
import { arrive } from "../pages/people";

const rows = (page: Page) => page.getByRole("table", { name: "Orders" }).locator("tbody tr");
const numbers = (page: Page) => rows(page).locator("th").allTextContents();

/** The list as it is sorted by number from the oldest, which moves no row while time goes by. */
async function openList(page: Page, query = ""): Promise<void> {
	await page.goto(`/admin/orders?sort=number&order=asc${query}`);
	await expect(rows(page).first()).toBeVisible();
}

test("filters stand in the address: they outlive a reload, and the back button takes them back", async ({
	browser,
	baseURL,
}) => {
	const page = await arrive(browser, baseURL, "manager");
	await openList(page);
	const all = await rows(page).count();
	// What is chosen before the page has come to life may be lost: whoever sees that chooses again.
	await expect(async () => {
		await page.getByLabel("State", { exact: true }).selectOption("completed");
		await expect(page).toHaveURL(/state=completed/);
		await expect(rows(page).filter({ hasNotText: "Completed" })).toHaveCount(0, { timeout: 2000 });
	}).toPass();
	await page.reload();
	await expect(page.getByLabel("State", { exact: true })).toHaveValue("completed");
	await expect(rows(page).filter({ hasNotText: "Completed" })).toHaveCount(0);

	await rows(page).first().locator("th a").click();
	await page.waitForURL(/\/admin\/orders\/[0-9a-f-]{36}/);
	await page.goBack();
	await expect(page.getByLabel("State", { exact: true })).toHaveValue("completed");
	await page.goBack();
	await expect(page).not.toHaveURL(/state=/);
	await expect(rows(page)).toHaveCount(all);

	await page.getByRole("searchbox", { name: "Search", exact: true }).fill("hippopotamus");
	await expect(page.getByText("Nothing here is like that.")).toBeVisible();
	await page.getByRole("button", { name: "Show everything" }).click();
	await expect(rows(page).first()).toBeVisible();
});

test("the keyboard moves through the rows, picks ranges and opens", async ({ browser, baseURL }) => {
	const page = await arrive(browser, baseURL, "manager");
	await openList(page);
	await rows(page).first().focus();
	await page.keyboard.press("j");
	await expect(rows(page).nth(1)).toBeFocused();
	await page.keyboard.press("x");
	await page.keyboard.press("Shift+ArrowDown");
	await page.keyboard.press("Shift+j");
	await expect(page.getByText("3 selected")).toBeVisible();
	await page.keyboard.press("Escape");
	await expect(page.getByText("3 selected")).toBeHidden();
	await page.keyboard.press("k");
	await expect(rows(page).nth(2)).toBeFocused();
	await page.keyboard.press("Enter");
	await page.waitForURL(/\/admin\/orders\/[0-9a-f-]{36}/);
});

test("the whole filtered list comes as CSV", async ({ browser, baseURL }) => {
	const page = await arrive(browser, baseURL, "manager");
	await openList(page, "&state=completed");
	const shown = await numbers(page);
	const coming = page.waitForEvent("download");
	await page.getByRole("link", { name: "Export as CSV" }).click();
	const lines = readFileSync(await (await coming).path(), "utf8")
		.trim()
		.split("\r\n");
	expect(lines[0]).toContain("number,state,service,client");
	expect(lines.slice(1, shown.length + 1).map((line) => line.split(",")[0])).toEqual(shown);
	expect(lines.slice(1).every((line) => line.split(",")[1] === "completed")).toBe(true);

	const stranger = await arrive(browser, baseURL, "loyal-client");
	expect((await stranger.context().request.get("/api/exports/orders")).status()).toBe(403);
});

test("a view is kept under a name, with its columns, and is there again", async ({ browser, baseURL }) => {
	const page = await arrive(browser, baseURL, "manager");
	await openList(page, "&state=completed");
	await page.getByRole("button", { name: "Columns" }).click();
	await page.getByLabel("Address", { exact: true }).click();
	await expect(page.getByLabel("Address", { exact: true })).toBeChecked();
	await page.keyboard.press("Escape");
	await page.getByRole("button", { name: "My views" }).click();
	await page.getByLabel("Name of this view").fill("What is done");
	await page.getByRole("button", { name: "Save", exact: true }).click();
	await expect(page.getByRole("button", { name: "Forget: What is done" })).toBeVisible();

	await page.goto("/admin/orders");
	await page.getByRole("button", { name: "My views" }).click();
	await page
		.getByRole("dialog", { name: "My views" })
		.getByRole("button", { name: "What is done", exact: true })
		.click();
	await expect(page).toHaveURL(/state=completed/);
	await expect(page.getByRole("columnheader", { name: "Address" })).toBeVisible();
});

test("many orders are cancelled for one reason, and each says what came of it", async ({ browser, baseURL }) => {
	// An order of its own: time may have been moved past all that the demo began with.
	const client = await arrive(browser, baseURL, "loyal-client");
	await clientPages(client).request({
		...{ service: "Sofa scratching", wish: "To be cancelled with others", daysAhead: 3, time: "15:00" },
	});
	const page = await arrive(browser, baseURL, "manager");
	await page.goto("/admin/orders?sort=number&order=desc");
	await expect(rows(page).filter({ hasText: "Assigned" }).first()).toBeVisible();
	const ended = rows(page).filter({ hasText: "Completed" }).first();
	const alive = rows(page).filter({ hasText: "Assigned" }).first();
	const number = await alive.locator("th").textContent();
	await choose(ended.getByRole("checkbox"));
	await choose(alive.getByRole("checkbox"));
	await page.getByRole("button", { name: "Cancel…" }).click();
	const dialog = page.getByRole("dialog");
	await expect(dialog.getByText("One has ended already and stays as it is.")).toBeVisible();
	await dialog.getByLabel("Reason").fill("The bridge is closed");
	await dialog.getByRole("button", { name: "Cancel 2 orders" }).click();
	await expect(dialog.getByText("Cancellation is asked for")).toBeVisible();
	await expect(dialog.getByText(/Not cancelled/)).toBeVisible();
	await dialog.getByRole("button", { name: "Close" }).last().click();
	await expect(
		rows(page)
			.filter({ hasText: number ?? "" })
			.getByText("Cancelled"),
	).toBeVisible();
});
