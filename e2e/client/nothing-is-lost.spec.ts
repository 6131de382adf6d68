import { readFile } from "node:fs/promises";
import { choose } from "../_support/choose";
import { expect, test } from "../_support/test";
import { arrive, signIn } from "../pages/people";

test("what was typed into the request is still there after a reload, and only for who typed it", async ({
	browser,
	baseURL,
}) => {
	const page = await arrive(browser, baseURL, "new-client");
	await page.goto("/orders/new");
	const wish = page.getByLabel("What has to be done");
	await expect
		.poll(async () => {
			await wish.fill("Only the left armrest, please");
			return page.evaluate(() => JSON.stringify(sessionStorage));
		})
		.toContain("Only the left armrest, please");
	await choose(page.getByRole("radio", { name: /Testing boxes/ }));
	await page.reload();
	await expect(wish).toHaveValue("Only the left armrest, please");
	await expect(page.getByRole("radio", { name: /Testing boxes/ })).toBeChecked();

	await signIn(page.context(), "loyal-client");
	await page.goto("/orders/new");
	await expect(page.getByRole("radio", { name: /Testing boxes/ })).not.toBeChecked();
	await expect(wish).toHaveValue("");
});

test("a lost connection is said, what may be out of date turns grey, and both pass", async ({ browser, baseURL }) => {
	const page = await arrive(browser, baseURL, "loyal-client");
	const listening = page.waitForResponse(/\/api\/live/);
	await page.goto("/orders");
	await expect(page.getByRole("heading", { name: "Past" })).toBeVisible();
	await listening;
	await page.context().setOffline(true);
	await expect(page.getByText("No connection. What you see may be out of date.")).toBeVisible();
	await expect(page.locator("[data-live]").first()).toHaveCSS("filter", "grayscale(1)");
	await page.context().setOffline(false);
	await expect(page.getByText("No connection.")).toBeHidden();
	await expect(page.locator("[data-live]").first()).toHaveCSS("filter", "none");
});

test("a client takes along all that is kept about them", async ({ browser, baseURL }) => {
	const page = await arrive(browser, baseURL, "loyal-client");
	await page.goto("/profile");
	const download = page.waitForEvent("download");
	await page.getByRole("button", { name: "Download everything" }).click();
	const data = JSON.parse(await readFile(await (await download).path(), "utf8"));
	expect(data.profile.name).toContain("Murka");
	expect(data.orders.length).toBeGreaterThan(0);
	expect(data.orders[0].description).toEqual(expect.any(String));
	expect(data.statement.length).toBeGreaterThan(0);
	expect(JSON.stringify(data)).not.toMatch(/score|pipeline/);
});
