import type { Page } from "@playwright/test";
import { expect, test } from "../_support/test";
import { A_MONTH_TAKES_MS, arrive, ask, liveUntil, liveUntilMonthEnd } from "../pages/people";

/** Becomes longer ago by so many minutes in the company's time. */
async function pass(page: Page, minutes: number): Promise<void> {
	const { now } = await ask<{ now: string }>(page.context(), "demo.clock");
	await liveUntil(page.context(), new Date(new Date(now).getTime() + minutes * 60_000));
}

async function sayWhereToPay(worker: Page, account: string): Promise<void> {
	await worker.goto("/jobs/money");
	await worker.getByRole("button", { name: "Change" }).click();
	const dialog = worker.getByRole("dialog", { name: "Where are you paid?" });
	await dialog.getByLabel("Account").fill(account);
	await dialog.getByRole("button", { name: "Save account" }).click();
	await expect(dialog).toBeHidden();
	await expect(worker.getByText(account.toUpperCase())).toBeVisible();
}

async function giveBonus(office: Page, amount: string, reason: string): Promise<void> {
	await office.getByRole("button", { name: "Give a bonus" }).click();
	const dialog = office.getByRole("dialog", { name: "A bonus for Barsik Swift" });
	await dialog.getByLabel("Amount").fill(amount);
	await dialog.getByLabel("Reason").fill(reason);
	await dialog.getByRole("button", { name: "Give the bonus" }).click();
	await expect(dialog).toBeHidden();
}

test("a month ends: bonuses, one of them with a second manager, a payout that comes back, is mended and paid", async ({
	browser,
	baseURL,
}) => {
	test.setTimeout(240_000 + A_MONTH_TAKES_MS);
	const worker = await arrive(browser, baseURL, "barsik");
	const office = await arrive(browser, baseURL, "manager");
	const other = await arrive(browser, baseURL, "second-manager");

	await sayWhereToPay(worker, "gh-reject-1");
	const month = worker.getByRole("region", { name: "This month so far" });
	await expect(month).toBeVisible();

	const { rows } = await ask<{ rows: { workerId: string; name: string }[] }>(
		office.context(),
		"hiring.listWorkers",
		{},
	);
	const barsik = rows.find(({ name }) => name.startsWith("Barsik"));
	await office.goto(`/admin/workers/${barsik?.workerId}`);
	await giveBonus(office, "15.50", "Three sofas in a day");
	// By itself, on the worker's screen.
	await expect(month.getByText("Three sofas in a day")).toBeVisible();
	await giveBonus(office, "250", "Saved a whole Sunday");
	await office.goto("/admin/money/approvals");
	await office.getByRole("button", { name: "Bonus: Barsik Swift" }).click();
	await expect(office.getByText("Another manager has to decide it.")).toBeVisible();
	await expect(month.getByText("Saved a whole Sunday")).toHaveCount(0);

	await other.goto("/admin/money/approvals?status=waiting");
	await other.getByRole("button", { name: "Bonus: Barsik Swift" }).click();
	await other.getByRole("button", { name: "Approve ₡250.00" }).click();
	await expect(month.getByText("Saved a whole Sunday")).toBeVisible();
	await other.goto("/admin/money/bonuses");
	const given = other.getByRole("row", { name: /Saved a whole Sunday/ });
	await expect(given).toContainText("Leopold Keen");
	await expect(given).toContainText("Vasilisa Wise");

	await liveUntilMonthEnd(office.context());
	await pass(office, 10);
	const payouts = worker.getByRole("region", { name: "Payouts" });
	await expect(payouts.getByText("Came back")).toBeVisible();
	await payouts.getByRole("link").first().click();
	await expect(worker.getByText("It said: The account is closed.", { exact: false })).toBeVisible();
	await expect(worker.getByText("Three sofas in a day")).toBeVisible();

	await office.goto("/admin/money/payouts?status=rejected");
	await office
		.getByRole("row", { name: /Barsik Swift/ })
		.getByRole("link")
		.click();
	const heading = office.getByRole("heading", { level: 1, name: /^Payout P\d{4}-\d{5}$/ });
	await expect(heading).toBeVisible();
	await expect(office.getByRole("heading", { name: "Try 1: to GH-REJECT-1" })).toBeVisible();
	await expect(office.getByText("The account is closed")).toBeVisible();
	await office.getByRole("button", { name: "Send again" }).click();
	const dialog = office.getByRole("dialog", { name: "Send this payout again?" });
	await dialog.getByLabel("Reason").fill("Barsik says it is open again");
	await dialog.getByRole("button", { name: /^Send ₡/ }).click();
	await expect(office.getByRole("heading", { name: "Try 2: to GH-REJECT-1" })).toBeVisible();
	await pass(office, 10);
	await expect(office.getByText("The account is closed")).toHaveCount(2);

	await sayWhereToPay(worker, "GH-BARSIK-1000");
	await expect(payouts.getByText("On its way")).toBeVisible();
	await pass(office, 10);
	await expect(payouts.getByText("On its way")).toHaveCount(0);
	await expect(payouts.getByText("Paid", { exact: true }).first()).toBeVisible();
	await expect(office.getByRole("heading", { name: "Try 3: to GH-BARSIK-1000" })).toBeVisible();
	await payouts.getByRole("link").first().click();
	const paper = await worker.getByRole("link", { name: "PDF" }).getAttribute("href");
	const pdf = await worker.context().request.get(paper ?? "");
	expect([pdf.status(), pdf.headers()["content-type"]]).toEqual([200, "application/pdf"]);

	await worker.goto("/demo/mailbox");
	for (const subject of [/A bonus of ₡15.50 for you/, /payout came back/, /payout is sent/]) {
		await expect(worker.getByText(subject).first()).toBeVisible();
	}
	const stranger = await arrive(browser, baseURL, "siama");
	expect((await stranger.context().request.get(paper ?? "")).status()).toBe(404);
	expect((await stranger.goto(new URL(office.url()).pathname.replace("/admin/money", "/jobs/money")))?.status()).toBe(
		404,
	);
});
