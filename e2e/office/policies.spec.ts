import { expect, test } from "../_support/test";
import { arrive, ask } from "../pages/people";

const SOON = { timeout: 30_000 };

test("an admin plans a change of the rules and withdraws it; what is typed wrongly is said at its field", async ({
	browser,
	baseURL,
}) => {
	test.setTimeout(120_000);
	const admin = await arrive(browser, baseURL, "admin");
	await admin.goto("/admin/policies/operations");
	await admin.waitForLoadState("networkidle");
	const grace = admin.getByLabel("Grace until a no-show, in minutes");
	await expect(grace).toHaveValue("15");
	await grace.fill("soon");
	await admin.getByRole("textbox", { name: "Why", exact: true }).fill("Cats are slow in winter");
	await admin.getByRole("button", { name: "Save the new version" }).click();
	await expect(admin.getByRole("alert").filter({ hasText: "Grace until a no-show" })).toBeFocused(SOON);

	await grace.fill("20");
	const { now } = await ask<{ now: string }>(admin.context(), "business.settings");
	await admin.getByLabel("In force from").fill(`${Number(now.slice(0, 4)) + 1}-03-01`);
	await admin.getByRole("button", { name: "Save the new version" }).click();
	await expect(admin.getByText("Version 2 is saved.")).toBeVisible(SOON);
	const change = admin.getByText("Grace until a no-show, in minutes: 15 → 20");
	await expect(change).toBeVisible(SOON);
	await expect(admin.getByText("Planned", { exact: true })).toBeVisible();

	await admin.getByRole("button", { name: "Withdraw" }).click();
	const dialog = admin.getByRole("dialog");
	await dialog.getByLabel("Reason").fill("A mistake");
	await dialog.getByRole("button", { name: "Withdraw" }).click();
	await expect(admin.getByText("Withdrawn", { exact: true })).toBeVisible(SOON);
	await expect(change).toBeVisible();

	const manager = await arrive(browser, baseURL, "manager");
	await manager.goto("/admin/policies");
	await expect(manager.getByText("Withdrawn", { exact: true })).toBeVisible(SOON);
	await expect(manager.getByRole("link", { name: "Change" })).toHaveCount(0);
});
