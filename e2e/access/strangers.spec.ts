import type { Browser, BrowserContext } from "@playwright/test";
import { expect, test } from "../_support/test";
import { addressOf, pages } from "../pages/every-page";
import { whatIsThere } from "../pages/known";
import { arrive, ask, type Persona, signIn, tell } from "../pages/people";

const everyRole: Persona[] = ["loyal-client", "barsik", "warehouse", "manager"];

/** Roles that may open a page besides its own. */
const alsoFor = (folder: string): Persona[] => (folder.startsWith("/(admin)") ? ["manager", "admin"] : []);

/** One signed-in browser a person for all pages: each asks only for the page's own answer. */
const browsers = new Map<Persona | null, BrowserContext>();

async function browserOf(browser: Browser, baseURL: string, persona: Persona | null): Promise<BrowserContext> {
	const known = browsers.get(persona);
	if (known) return known;
	const context = await browser.newContext({ baseURL });
	if (persona) await signIn(context, persona);
	browsers.set(persona, context);
	return context;
}

const statusFor = async (browser: Browser, baseURL: string, persona: Persona | null, address: string) => {
	const { request } = await browserOf(browser, baseURL, persona);
	const answer = await request.get(address, { maxRedirects: 0 });
	return { status: answer.status(), to: answer.headers().location ?? "" };
};

for (const [name, page] of Object.entries(pages)) {
	if (!page.as) continue;
	test(`${name} is for its own role only`, async ({ browser, baseURL }) => {
		const address = addressOf(page, await whatIsThere(browser, baseURL));
		const visitor = await statusFor(browser, baseURL, null, address);
		expect(visitor).toEqual({ status: 307, to: expect.stringContaining("/sign-in") });
		const role = page.as === "new-client" ? "loyal-client" : page.as;
		for (const persona of everyRole.filter((one) => one !== role && !alsoFor(page.folder).includes(one))) {
			expect((await statusFor(browser, baseURL, persona, address)).status, persona ?? "").toBe(403);
		}
	});
}

test("another client finds no trace of an order: not its page, its data, its photos, its invoice, nor a way to change it", async ({
	browser,
	baseURL,
}) => {
	const { orderId } = await whatIsThere(browser, baseURL);
	const owner = await arrive(browser, baseURL, "loyal-client");
	const stranger = await arrive(browser, baseURL, "new-client");
	const office = await arrive(browser, baseURL, "manager");

	expect((await stranger.goto(`/orders/${orderId}`))?.status()).toBe(404);
	const { checkIn } = await ask<{ checkIn: { photoId: string } }>(office.context(), "execution.officeOrder", {
		orderId,
	});
	const photo = `/api/files/${checkIn.photoId}`;
	expect((await owner.context().request.get(photo)).status()).toBe(200);
	expect((await stranger.context().request.get(photo)).status()).toBe(404);

	const reads = [
		"ordering.getOrder",
		"ordering.getCancellationQuote",
		"execution.clientJob",
		"supplies.clientKit",
		"timeline.order",
	];
	for (const path of reads) {
		const query = new URLSearchParams({ input: JSON.stringify({ json: { orderId } }) });
		const answer = await stranger.context().request.get(`/api/trpc/${path}?${query}`);
		const body = await answer.text();
		expect(answer.status() === 404 || body.includes('"json":null'), `${path}: ${body}`).toBe(true);
	}
	const { invoiceId } = await whatIsThere(browser, baseURL);
	expect((await stranger.goto(`/billing/invoices/${invoiceId}`))?.status()).toBe(404);
	const paper = `/api/files/invoice/${invoiceId}`;
	const own = await owner.context().request.get(paper);
	expect([own.status(), own.headers()["content-type"]]).toEqual([200, "application/pdf"]);
	expect((await stranger.context().request.get(paper)).status()).toBe(404);

	const writes: [string, unknown][] = [
		["ordering.requestCancellation", { orderId, amount: "9500" }],
		["ordering.rateOrder", { orderId, stars: 1, words: "", idempotencyKey: crypto.randomUUID() }],
	];
	for (const [path, input] of writes)
		expect(await tell(stranger.context(), path, input), path).toBeGreaterThanOrEqual(400);
});

test("another worker finds no trace of a job", async ({ browser, baseURL }) => {
	const { jobId } = await whatIsThere(browser, baseURL);
	const stranger = await arrive(browser, baseURL, "siama");
	expect((await stranger.goto(`/jobs/${jobId}`))?.status()).toBe(404);
	const key = crypto.randomUUID();
	const writes: [string, unknown][] = [
		["execution.start", { orderId: jobId, photoId: crypto.randomUUID(), idempotencyKey: key }],
		["execution.finish", { orderId: jobId, reportPhotoId: crypto.randomUUID(), idempotencyKey: key }],
		["execution.giveUp", { orderId: jobId, reason: "x", consequence: "failed", idempotencyKey: key }],
	];
	for (const [path, input] of writes) expect(await tell(stranger.context(), path, input), path).toBe(404);
});

test("a visitor gets no photo, no stream and no upload", async ({ browser, baseURL }) => {
	const { request } = await browser.newContext({ baseURL });
	expect((await request.get(`/api/files/${crypto.randomUUID()}`)).status()).toBe(404);
	expect((await request.get("/api/live")).status()).toBe(401);
	expect((await request.post("/api/files", { multipart: { idempotencyKey: "x" } })).status()).toBe(401);
});
