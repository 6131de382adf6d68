import type { BrowserContext } from "@playwright/test";
import { expect, test } from "../_support/test";
import { clientPages } from "../pages/client";
import { addressOf, pages } from "../pages/every-page";
import { whatIsThere } from "../pages/known";
import { arrive, ask, workerCalled } from "../pages/people";

type Explanation = {
	matches: { score: number | null; candidates: { name: string; values: Record<string, number> }[] }[];
};

/** Numbers so particular that they occur nowhere by chance. */
const particular = /\d\.\d{4,}/;

/** Everything that a browser receives while its pages are used: documents, data, scripts, the stream. */
function listenTo(context: BrowserContext): { heard: () => string } {
	const bodies: string[] = [];
	context.on("response", async (response) => {
		const body = await response.text().catch(() => "");
		bodies.push(body);
	});
	return { heard: () => bodies.join("\n") };
}

test("no score of matching reaches a client, a worker or the warehouse, by page, procedure or stream", async ({
	browser,
	baseURL,
}) => {
	test.setTimeout(180_000);
	const client = await arrive(browser, baseURL, "loyal-client");
	const kiosk = await arrive(browser, baseURL, "warehouse");
	const office = await arrive(browser, baseURL, "manager");
	const ears = [listenTo(client.context()), listenTo(kiosk.context())];
	await kiosk.goto("/kiosk");
	const orderId = await clientPages(client).request({
		service: "Testing boxes",
		wish: "All of them",
		daysAhead: 5,
		time: "16:00",
	});
	const name = await clientPages(client).workerIsAssigned();
	const worker = await arrive(browser, baseURL, workerCalled(name));
	ears.push(listenTo(worker.context()));

	const { matches } = await ask<Explanation>(office.context(), "matching.officeOrder", { orderId });
	const secrets = matches
		.flatMap(({ score, candidates }) => [score, ...candidates.flatMap(({ values }) => Object.values(values))])
		.map(String)
		.filter((value) => particular.test(value));
	expect(secrets.length).toBeGreaterThan(0);

	const known = { ...(await whatIsThere(browser, baseURL)), orderId, jobId: orderId };
	for (const page of Object.values(pages)) {
		const tab = { "loyal-client": client, barsik: worker, warehouse: kiosk }[String(page.as)];
		if (tab) await tab.goto(addressOf(page, known));
	}
	for (const { heard } of ears) {
		const all = heard();
		expect(all.length).toBeGreaterThan(10_000);
		expect(secrets.filter((secret) => all.includes(secret))).toEqual([]);
		expect(all).not.toMatch(/pipelineVersion|trait-fit|fair-share|past-results/);
	}
});
