import { expect, test } from "../_support/test";
import { arrive, tell } from "../pages/people";

test("an admin follows an event to who reacted, replays it with a reason, and finds it on record", async ({
	browser,
	baseURL,
}) => {
	const page = await arrive(browser, baseURL, "admin");
	await page.goto("/admin/system");
	await expect(page.getByRole("table", { name: "Instances" }).getByText("All functions")).toBeVisible();
	await page.getByRole("link", { name: "Events", exact: true }).click();
	await page.getByLabel("Event", { exact: true }).selectOption("ordering/order.placed");
	await expect(page).toHaveURL(/type=ordering/);
	await page
		.getByRole("table", { name: "Events" })
		.getByRole("link", { name: "ordering/order.placed" })
		.first()
		.click();

	await expect(page.getByRole("heading", { name: "ordering/order.placed" })).toBeVisible();
	await expect(page.getByText("Hidden, because personal")).toBeVisible();
	await expect(page.getByRole("region", { name: "What it says" })).not.toContainText("phone");
	await page.getByRole("button", { name: "Show personal fields" }).click();
	await expect(page.getByRole("region", { name: "What it says" })).toContainText("phone");
	await expect(page.getByRole("link", { name: "matching/match-order" })).toBeVisible();

	await page.getByRole("button", { name: "Replay" }).click();
	await page.getByLabel("Reason").fill("The warehouse missed it");
	await page.getByRole("button", { name: "Replay the event" }).click();
	await expect(page.getByText("The event is on its way again.")).toBeVisible();
	await expect(page.getByText("Replayed", { exact: true })).toBeVisible();
	await page.getByRole("link", { name: "matching/match-order" }).click();
	await expect(page.getByRole("heading", { name: "matching/match-order" })).toBeVisible();
	await expect(page.getByText("Completed")).toBeVisible();
	await page.context().close();
});

test("a message is sent once more, as a copy beside the first", async ({ browser, baseURL }) => {
	const page = await arrive(browser, baseURL, "admin");
	await page.goto("/admin/system/deliveries?state=mailbox");
	await page.getByRole("table", { name: "Deliveries" }).getByRole("link").first().click();
	await page.getByRole("button", { name: "Send again" }).click();
	await page.getByLabel("Reason").fill("It never came");
	await page.getByRole("dialog").getByRole("button", { name: "Send again" }).click();
	await expect(page.getByText("The copy is on its way.")).toBeVisible();
	await expect(page.getByText("Sent again", { exact: true })).toBeVisible();
	await page.context().close();
});

test("the map draws who tells what, and says the same in a table", async ({ browser, baseURL }) => {
	const page = await arrive(browser, baseURL, "manager");
	await page.goto("/admin/system/map");
	await expect(page.getByRole("img", { name: "Who tells what, and who reacts" })).toBeVisible();
	const row = page.getByRole("table", { name: "Events" }).getByRole("row", { name: /ordering\/order\.placed/ });
	await expect(row.getByRole("link", { name: "matching/match-order" })).toBeVisible();
	await page.setViewportSize({ width: 390, height: 844 });
	await expect(page.getByRole("img", { name: "Who tells what, and who reacts" })).toBeHidden();
	await expect(page.getByRole("link", { name: "matching/match-order" }).first()).toBeVisible();
	await page.context().close();
});

test("a manager looks, and can't make anything happen again", async ({ browser, baseURL }) => {
	const page = await arrive(browser, baseURL, "manager");
	await page.goto("/admin/system/events");
	await page.getByRole("table", { name: "Events" }).getByRole("link").first().click();
	await expect(page.getByRole("button", { name: "Replay" })).toHaveAttribute("aria-disabled", "true");
	const id = page.url().split("/").at(-1);
	const given = { id, reason: "Because", idempotencyKey: "0198c0de-0000-7000-8000-000000000000" };
	expect(await tell(page.context(), "events.replay", given)).toBe(403);
	await page.context().close();
});

test("metrics are not there without a token", async ({ request }) => {
	expect((await request.get("/api/metrics")).status()).toBe(404);
});
