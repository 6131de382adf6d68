import type { Page } from "@playwright/test";
import { expect } from "../_support/test";

type Request = { service: string; wish: string; daysAhead: number; time: string; address?: string };

/** The client's pages as a client uses them. */
export const clientPages = (page: Page) => ({
	/** Fills in and sends the request form; ends on the order's page. Answers the order's id. */
	async request({ service, wish, daysAhead, time, address = "Milk Lane 4" }: Request): Promise<string> {
		await page.goto("/orders/new");
		await page.getByRole("radio", { name: new RegExp(service) }).check({ force: true });
		await page.getByLabel("What has to be done").fill(wish);
		await chooseDay(page, daysAhead);
		await page.getByRole("radio", { name: time, exact: true }).check({ force: true });
		await page.getByLabel("Zone").selectOption({ label: "Old town" });
		await page.getByLabel("Address").fill(address);
		await page.getByLabel("Name", { exact: true }).fill("Murka");
		await page.getByLabel("Phone", { exact: true }).fill("+7 999 000-11-22");
		await page.getByRole("button", { name: "Place the order" }).click();
		await page.waitForURL(/\/orders\/[0-9a-f-]{36}$/);
		return page.url().slice(-36);
	},

	/** Waits until somebody is assigned. Answers the worker's name. */
	async workerIsAssigned(): Promise<string> {
		const card = page.getByRole("region", { name: "Your worker" });
		await expect(card.getByRole("heading", { level: 2 })).not.toHaveText("Your worker");
		return (await card.getByRole("heading", { level: 2 }).textContent())?.trim() ?? "";
	},

	async orderAgain(daysAhead: number, time: string): Promise<string> {
		const before = page.url();
		await page
			.getByRole("button", { name: /Order again|Choose a new date/ })
			.first()
			.click();
		const dialog = page.getByRole("dialog");
		await chooseDay(page, daysAhead, dialog);
		await dialog.getByRole("radio", { name: time, exact: true }).check({ force: true });
		await dialog.getByRole("button", { name: "Order again" }).click();
		await page.waitForURL((url) => url.href !== before && /\/orders\/[0-9a-f-]{36}$/.test(url.href));
		return page.url().slice(-36);
	},
});

/** A day of the business calendar, counted from its today. */
async function chooseDay(page: Page, daysAhead: number, within: Pick<Page, "getByLabel" | "getByRole"> = page) {
	await within.getByLabel("Date", { exact: true }).click();
	const calendar = page.getByRole("grid");
	await expect(calendar).toBeVisible();
	const today = page.locator("[data-today] button, td[data-today]").first();
	await expect(today).toBeVisible();
	await today.focus();
	for (let day = 0; day < daysAhead; day++) await page.keyboard.press("ArrowRight");
	await page.keyboard.press("Enter");
	await expect(calendar).toBeHidden();
}
