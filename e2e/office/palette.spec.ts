import type { Page } from "@playwright/test";
import { expect, test } from "../_support/test";
import { arrive, ask } from "../pages/people";

type Orders = { rows: { orderId: string; number: number }[] };

type Candidates = { rows: { name: string; phone: string }[] };

/** A page of six procedures may take its time where many tests run at once. */
const SOON = { timeout: 30_000 };

const field = (page: Page) => page.getByRole("combobox", { name: "Find anything" });

/** The office is there and listens. */
async function open(page: Page, path: string, heading: string): Promise<void> {
	await page.goto(path);
	await expect(page.getByRole("heading", { name: heading, level: 1 })).toBeVisible();
	await page.waitForLoadState("networkidle");
}

/** Two keys, one soon after the other; on a busy machine the second may come too late, and one tries again. */
const goByKeys = (page: Page, keys: [string, string], heading: string): Promise<void> =>
	expect(async () => {
		for (const key of keys) await page.keyboard.press(key);
		await expect(page.getByRole("heading", { name: heading, level: 1 })).toBeVisible({ timeout: 5000 });
	}).toPass(SOON);

test("the palette finds an order by number, a worker by name and a candidate by phone, all by keyboard", async ({
	browser,
	baseURL,
}) => {
	test.setTimeout(120_000);
	const office = await arrive(browser, baseURL, "manager");
	await open(office, "/admin", "Overview");
	const { rows } = await ask<Orders>(office.context(), "ordering.officeOrders", { limit: 1 });
	const number = String(rows[0]?.number);

	await office.keyboard.press("Control+k");
	await field(office).fill(number);
	await expect(office.getByRole("option", { name: new RegExp(`^${number} `) })).toBeVisible();
	await office.keyboard.press("Enter");
	await expect(office.getByRole("heading", { name: `Order ${number}` })).toBeVisible(SOON);

	await office.keyboard.press("Control+k");
	await field(office).fill("arsi");
	await expect(office.getByRole("option", { name: /Barsik.*Worker/ })).toBeVisible();
	await office.keyboard.press("Enter");
	await expect(office.getByRole("heading", { name: /^Barsik/, level: 1 })).toBeVisible(SOON);
	await expect(office.getByRole("heading", { name: "Calendar" })).toBeVisible();

	const candidates = await ask<Candidates>(office.context(), "hiring.candidates", { limit: 1 });
	const { name = "", phone = "" } = candidates.rows[0] ?? {};
	await office.keyboard.press("Control+k");
	await field(office).fill(phone);
	await expect(office.getByRole("option", { name: new RegExp(`^${name}`) })).toBeVisible();
	await office.keyboard.press("Enter");
	await expect(office.getByRole("heading", { name, level: 1 })).toBeVisible(SOON);
});

test("keys one after another lead to pages, the sheet tells them, and they can be switched off", async ({
	browser,
	baseURL,
}) => {
	test.setTimeout(120_000);
	const office = await arrive(browser, baseURL, "manager");
	await open(office, "/admin", "Overview");
	await goByKeys(office, ["g", "w"], "Workers");
	await goByKeys(office, ["n", "t"], "New service type");

	await office.keyboard.press("?");
	const sheet = office.getByRole("dialog", { name: "Keyboard shortcuts" });
	await expect(sheet.getByText("Service types", { exact: true })).toBeVisible();
	await sheet.getByRole("switch", { name: /single letters/ }).click();
	await office.keyboard.press("Escape");
	await expect(sheet).toBeHidden();
	await office.keyboard.press("g");
	await office.keyboard.press("o");
	await office.keyboard.press("Control+k");
	await expect(field(office)).toBeVisible();
	await expect(office).toHaveURL(/service-types\/new$/);
});

test("on a phone a button opens it", async ({ browser, baseURL }) => {
	const office = await arrive(browser, baseURL, "manager");
	await office.setViewportSize({ width: 390, height: 844 });
	await open(office, "/admin", "Overview");
	await office.getByRole("button", { name: "Search" }).click();
	await field(office).fill("types");
	await office.getByRole("option", { name: "Service types" }).click();
	await expect(office.getByRole("heading", { name: "Service types", level: 1 })).toBeVisible(SOON);
});
