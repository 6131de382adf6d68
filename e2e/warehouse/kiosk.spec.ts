import { randomUUID } from "node:crypto";
import type { BrowserContext } from "@playwright/test";
import { expect, test } from "../_support/test";
import { arrive, ask, liveUntil } from "../pages/people";

type ServiceType = { serviceTypeId: string };
type Zone = { zoneId: string };
type Kit = { kitId: string; orderNumber: number; column: string };
type Board = { onShelf: Kit[]; issued: Kit[] };

const boardOf = (kiosk: BrowserContext) => ask<Board>(kiosk, "supplies.board");

/** An order of the client for a start so many slots after the first that is offered. Answers its number. */
async function order(client: BrowserContext, slot: number): Promise<number> {
	const [type] = await ask<ServiceType[]>(client, "ordering.listServiceTypes");
	const [zone] = await ask<Zone[]>(client, "ordering.listZones");
	const offered = JSON.stringify(await ask(client, "ordering.listStartTimes", {}));
	const starts = [...new Set(offered.match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g))].sort();
	const json = {
		idempotencyKey: randomUUID(),
		serviceTypeId: type?.serviceTypeId,
		description: "The left armrest",
		place: { zoneId: zone?.zoneId, address: "Milk Lane 4", note: "" },
		contact: { name: "Murka", phone: "+79990001122" },
		startsAt: starts[slot],
	};
	const answer = await client.request.post("/api/trpc/ordering.placeOrder", {
		data: { json, meta: { values: { startsAt: ["Date"] } } },
	});
	expect(answer.ok(), await answer.text()).toBe(true);
	const { orderId } = (await answer.json()).result.data.json;
	return (await ask<{ number: number }>(client, "ordering.getOrder", { orderId })).number;
}

/** Business time as the server tells it. */
const now = async (context: BrowserContext) =>
	new Date((await ask<{ now: string }>(context, "business.settings")).now).getTime();

test("a kit is assembled, waits for its cookie, is issued by mistake, and then in earnest", async ({
	browser,
	baseURL,
}) => {
	test.setTimeout(120_000);
	const kiosk = await arrive(browser, baseURL, "warehouse");
	const client = await arrive(browser, baseURL, "loyal-client");
	await kiosk.goto("/kiosk");
	await expect(kiosk.getByText("Touch the screen once")).toBeVisible();
	await kiosk.getByRole("heading", { level: 1 }).click();
	await expect(kiosk.getByLabel("Sound is on")).toBeVisible();

	const number = await order(client.context(), 0);
	const column = (name: string) => kiosk.getByRole("region", { name });
	const card = (name: string) =>
		column(name)
			.getByRole("article")
			.filter({ hasText: String(number) });
	await expect(card("New")).toContainText("New kit");
	const toggle = card("New").getByRole("button", { name: /^Contents/ });
	if ((await toggle.getAttribute("aria-expanded")) === "false") await toggle.click();
	const things = card("New").getByRole("checkbox");
	await expect(things.last()).toBeDisabled();
	await expect(card("New")).toContainText(/Cookie in \d+:\d\d/);
	const form = await kiosk.request.get((await card("New").getByRole("link").getAttribute("href")) ?? "");
	expect(form.headers()["content-type"]).toBe("application/pdf");

	const ownThings = (await things.count()) - 1;
	for (let ticked = 0; ticked < ownThings; ticked++) {
		await expect(things.and(kiosk.locator(":checked"))).toHaveCount(ticked);
		await things.and(kiosk.locator(":enabled:not(:checked)")).first().click({ force: true });
	}
	await expect(card("Waiting for the cookie")).toBeVisible();
	await liveUntil(kiosk.context(), new Date((await now(kiosk.context())) + 11 * 60_000));
	await expect(card("Waiting for the cookie")).toContainText("Cookie is here");
	const opened = card("Waiting for the cookie");
	if ((await opened.getByRole("checkbox").count()) === 0)
		await opened.getByRole("button", { name: /^Contents/ }).click();
	await opened.getByRole("checkbox").last().click({ force: true });

	await card("Ready")
		.getByRole("button", { name: /^Issued/ })
		.click();
	await card("Ready").getByRole("button", { name: /^Undo/ }).click();
	await card("Ready")
		.getByRole("button", { name: /^Issued/ })
		.click();
	await expect(card("Ready").getByRole("button", { name: /^Undo/ })).toBeVisible();
	await expect(card("Issued today")).toBeVisible({ timeout: 15_000 });
	await expect(card("Issued today").getByRole("button", { name: /^Undo/ })).toHaveCount(0);
});

test("the network is lost: the kiosk says so, takes no press, and comes back by itself", async ({
	browser,
	baseURL,
}) => {
	const kiosk = await arrive(browser, baseURL, "warehouse");
	await kiosk.goto("/kiosk");
	await expect(kiosk.getByRole("region", { name: "New" })).toBeVisible();
	await kiosk.context().setOffline(true);
	await expect(kiosk.getByRole("alert").filter({ hasText: "No connection" })).toBeVisible();
	await expect(kiosk.getByRole("main")).toHaveAttribute("inert");
	await kiosk.context().setOffline(false);
	await expect(kiosk.getByRole("alert").filter({ hasText: "No connection" })).toHaveCount(0);
	await expect(kiosk.getByRole("main")).not.toHaveAttribute("inert");
});

test("the next five kits are seen without scrolling at 1280 by 800, the first with its contents", async ({
	browser,
	baseURL,
}) => {
	test.setTimeout(120_000);
	const kiosk = await arrive(browser, baseURL, "warehouse");
	const client = await arrive(browser, baseURL, "loyal-client");
	await kiosk.goto("/kiosk");
	for (let slot = 1; slot <= 5; slot++) await order(client.context(), slot * 3);
	const fresh = async () => (await boardOf(kiosk.context())).onShelf.filter(({ column }) => column === "new").length;
	await expect.poll(fresh, { timeout: 30_000 }).toBeGreaterThanOrEqual(5);
	const cards = kiosk.getByRole("region", { name: "New" }).getByRole("article");
	await expect.poll(() => cards.count()).toBeGreaterThanOrEqual(5);
	await expect(cards.first().getByRole("checkbox").first()).toBeAttached();
	for (let index = 0; index < 5; index++) {
		const box = await cards.nth(index).boundingBox();
		expect((box?.y ?? 800) + (box?.height ?? 0)).toBeLessThanOrEqual(800);
	}
	const things = await cards.first().locator("label").all();
	for (const thing of things) expect((await thing.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(48);
	const { scrolls } = await kiosk.evaluate(() => ({
		scrolls: document.documentElement.scrollHeight > window.innerHeight,
	}));
	expect(scrolls).toBe(false);
});
