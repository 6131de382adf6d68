import { readFileSync } from "node:fs";
import { expect, test } from "../_support/test";
import { arrive, ask } from "../pages/people";

type Line = { transactionId: string; kind: string; reason: string; businessDate: string };
const asUsual = { sort: "date", order: "desc", limit: 50 };

test("the books are filtered, opened to a transaction's postings, and taken away as CSV", async ({
	browser,
	baseURL,
}) => {
	const office = await arrive(browser, baseURL, "manager");
	const { rows } = await ask<{ rows: Line[] }>(office.context(), "billing.ledger", { ...asUsual, kind: "penalty" });
	const penalty = rows[0];
	if (!penalty) throw new Error("the still demo has a penalty");

	await office.goto("/admin/money/ledger");
	await office.waitForLoadState("networkidle");
	const table = office.getByRole("table", { name: "Transactions" });
	await expect(table.getByRole("row").filter({ hasText: "Charge" }).first()).toBeVisible();
	await office.getByLabel("Kind").selectOption({ label: "Penalty" });
	await expect(office).toHaveURL(/kind=penalty/);
	await expect(table.getByRole("row").filter({ hasText: "Charge" })).toHaveCount(0);
	const row = table.getByRole("row").filter({ hasText: penalty.transactionId }).first();
	await expect(row).toContainText("Penalty");

	const downloading = office.waitForEvent("download");
	await office.getByRole("link", { name: "Export as CSV" }).click();
	const [head = "", ...lines] = readFileSync(await (await downloading).path(), "utf8")
		.trim()
		.split(/\r?\n/);
	expect(head).toContain("transaction,line,business_date");
	// A penalty is two postings: the worker's, and the company's.
	expect(lines.filter((line) => line.startsWith(`${penalty.transactionId},`))).toHaveLength(2);
	expect(lines.every((line) => line.includes(",penalty,"))).toBe(true);

	await row.getByRole("link").first().click();
	await expect(office.getByRole("heading", { level: 1 })).toHaveText(`Transaction ${penalty.transactionId}`);
	const postings = office.getByRole("table", { name: "Postings" });
	await expect(postings.getByRole("row").filter({ hasText: "Worker" }).first()).toContainText("−₡40.00");
	await expect(postings.getByRole("row").filter({ hasText: "Penalties" })).toContainText("₡40.00");
});

test("the check of the books is green, each rule by itself, and can be run again; closed days are sealed", async ({
	browser,
	baseURL,
}) => {
	const office = await arrive(browser, baseURL, "manager");
	await office.goto("/admin/money/checks");
	await office.waitForLoadState("networkidle");
	const run = office.getByRole("button", { name: "Check now" });
	for (let time = 0; time < 2; time++) {
		const answered = office.waitForResponse((response) => response.url().includes("billing.checkBooks"));
		await run.click();
		expect((await answered).ok()).toBe(true);
		await expect(office.getByText("The books hold.")).toBeVisible();
	}
	await expect(office.getByText("The sum of all postings is zero.")).toBeVisible();
	await expect(office.getByText(/^Broken in/)).toHaveCount(0);
	const seals = office.getByRole("table", { name: "Seals" });
	await expect(seals.getByText("Holds").or(seals.getByText("Sealed")).first()).toBeVisible();
});
