import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "@playwright/test";
import sharp from "sharp";
import { clientPages } from "../../e2e/pages/client";
import { arrive, ask, type Persona, workerCalled } from "../../e2e/pages/people";
import { settled } from "./every-page";

const MOST_BYTES = 150_000;
const ASSIGNED_WITHIN_MS = 60_000;
const desk = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };
const shared = { width: 1200, height: 630 };

/** The README's story: one order, as each of those sees it who have to do with it. And what messengers show of the site. */
export async function photographStory(browser: Browser, baseURL: string, root: string): Promise<void> {
	const folder = path.join(root, ".github/pictures");
	mkdirSync(folder, { recursive: true });
	const keep = async (name: string, tab: Page) => {
		await settled(tab);
		const picture = await sharp(await tab.screenshot())
			.webp({ quality: 82, smartSubsample: true })
			.toBuffer();
		write(path.join(folder, `${name}.webp`), picture);
	};
	const visit = async (name: string, persona: Persona | null, address: string, viewport = desk) => {
		const tab = persona
			? await arrive(browser, baseURL, persona)
			: await (await browser.newContext({ baseURL })).newPage();
		await tab.setViewportSize(viewport);
		await tab.goto(address);
		await keep(name, tab);
		await tab.context().close();
	};

	const client = await arrive(browser, baseURL, "loyal-client");
	await client.setViewportSize(desk);
	const wish = "Both armrests, evenly. Leave the cushion to me.";
	const orderId = await clientPages(client).request({
		service: "Sofa scratching",
		wish,
		daysAhead: 2,
		time: "16:00",
	});
	const card = client.getByRole("region", { name: "Your worker" });
	await card.getByRole("list", { name: "Good at" }).waitFor({ timeout: ASSIGNED_WITHIN_MS });
	const name = await clientPages(client).workerIsAssigned();
	await client.goto(`/orders/${orderId}`);
	await client.evaluate(() => window.scrollTo(0, 0));
	await visit("1-landing", null, "/");
	await keep("2-order", client);
	const { invoices } = await ask<{ invoices: { invoiceId: string; lineCount: number }[] }>(
		client.context(),
		"billing.listInvoices",
		{},
	);
	const invoiceId = invoices.toSorted((one, other) => other.lineCount - one.lineCount)[0]?.invoiceId;
	if (!invoiceId) throw new Error("the client has no invoice to show");
	await client.context().close();
	const office = (await arrive(browser, baseURL, "manager")).context();
	const tested = { state: "tested", limit: 1 };
	const { rows } = await ask<{ rows: { applicationId: string }[] }>(office, "hiring.candidates", tested);
	const judged = rows[0]?.applicationId;
	if (!judged) throw new Error("nobody waits for a decision with a scorecard to show");
	const { active } = await ask<{ active: number }>(office, "matching.pipelines");
	await office.close();
	await visit("3-kiosk", "warehouse", "/kiosk");
	await visit("4-job", workerCalled(name), `/jobs/${orderId}`, phone);
	await visit("5-office", "manager", `/admin/orders/${orderId}`);
	await visit("6-sunday", "loyal-client", `/billing/invoices/${invoiceId}`);
	await visit("7-hiring", "manager", `/admin/hiring/candidates/${judged}`);
	await visit("8-matching", "manager", `/admin/matching/${active}?order=${orderId}`);

	for (const [locale, address] of [
		["en", "/"],
		["ru", "/ru"],
	] as const) {
		const tab = await (await browser.newContext({ baseURL, viewport: shared })).newPage();
		await tab.goto(address);
		await tab.addStyleTag({ content: "header { display: none }" });
		await settled(tab);
		const picture = await sharp(await tab.screenshot())
			.png({ palette: true, quality: 90 })
			.toBuffer();
		write(path.join(root, `app/[locale]/(public)/_components/share-${locale}.png`), picture);
		await tab.context().close();
	}
}

function write(file: string, picture: Buffer): void {
	if (picture.length > MOST_BYTES) throw new Error(`${file} would be ${picture.length} bytes; at most ${MOST_BYTES}`);
	writeFileSync(file, picture);
}
