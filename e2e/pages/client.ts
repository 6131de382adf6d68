import type { Page } from "@playwright/test";
import { businessDate } from "../../server/kernel/calendar";
import { after, days } from "../../server/kernel/clock";
import { choose } from "../_support/choose";
import { expect } from "../_support/test";
import { ask } from "./people";

type Request = { service: string; wish: string; daysAhead: number; time: string; address?: string };

/** The client's pages as a client uses them. */
export const clientPages = (page: Page) => ({
	/** Fills in and sends the request form; ends on the order's page. Answers the order's id. */
	async request({ service, wish, daysAhead, time, address = "Milk Lane 4" }: Request): Promise<string> {
		await page.goto("/orders/new");
		await choose(page.getByRole("radio", { name: new RegExp(service) }));
		await page.getByLabel("What has to be done").fill(wish);
		await chooseDay(page, daysAhead);
		await page.getByText(time, { exact: true }).click();
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

	/** Cancels the order that is open, and pays for it. */
	async cancelAndPay(): Promise<void> {
		await page.getByRole("button", { name: "Cancel the order" }).click();
		await page
			.getByRole("alertdialog")
			.getByRole("button", { name: /^Cancel and pay/ })
			.click();
		await expect(page.getByText("You cancelled this order.")).toBeVisible();
	},

	/** Chooses one of the sandbox's cards on the billing page that is open. */
	async payBy(card: string): Promise<void> {
		const method = page.getByRole("region", { name: "How you pay" }).or(page.locator("#method"));
		await method
			.first()
			.getByRole("button", { name: /^(Choose|Change)$/ })
			.click();
		await choose(page.getByRole("dialog").getByRole("radio", { name: card, exact: true }));
		await page.getByRole("dialog").getByRole("button", { name: "Use this" }).click();
		await expect(page.locator("#method").getByText(`Sandbox card: ${card}`)).toBeVisible();
	},

	async orderAgain(daysAhead: number, time: string): Promise<string> {
		const before = page.url();
		await page
			.getByRole("button", { name: /Order again|Choose a new date/ })
			.first()
			.click();
		const dialog = page.getByRole("dialog");
		await chooseDay(page, daysAhead, dialog);
		await dialog.getByText(time, { exact: true }).click();
		await dialog.getByRole("button", { name: "Order again" }).click();
		await page.waitForURL((url) => url.href !== before && /\/orders\/[0-9a-f-]{36}$/.test(url.href));
		return page.url().slice(-36);
	},
});

/** A day of the business calendar, counted from its today. */
async function chooseDay(page: Page, daysAhead: number, within: Pick<Page, "getByLabel"> = page): Promise<void> {
	const { now, timeZone } = await ask<{ now: string; timeZone: string }>(page.context(), "business.settings");
	const day = businessDate(after(new Date(now), days(daysAhead)), timeZone);
	await within.getByLabel("Date", { exact: true }).click();
	const calendar = page.getByRole("grid");
	await expect(calendar).toBeVisible();
	const cell = page.locator(`[data-day="${day}"]:not([data-outside])`).getByRole("button");
	if (!(await cell.isVisible())) await page.getByRole("button", { name: /next month/i }).click();
	await cell.click();
	await expect(calendar).toBeHidden();
}
