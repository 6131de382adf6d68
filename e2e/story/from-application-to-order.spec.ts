import type { Page } from "@playwright/test";
import sharp from "sharp";
import { ask, type Caller, signedIn, tell } from "../_support/caller";
import { expect, test } from "../_support/test";
import { arrive } from "../pages/people";

const phone = { width: 390, height: 844 };
const SOON = { timeout: 20_000 };
/** More than there are workers: one has to wait until somebody comes. */
const ORDERS = 8;
const name = "Fiona Quick";

test("a cat applies on a phone, takes its test on two devices, is graded twice and taken, and gets the order that waited for somebody", async ({
	browser,
	baseURL,
}) => {
	test.setTimeout(120_000);
	const email = `fiona.${Date.now()}@cats.example`;
	const office = await signedIn(baseURL, "manager");
	const ordered = placeMany(await signedIn(baseURL, "loyal-client"));

	const cat = await (await browser.newContext({ baseURL, viewport: phone })).newPage();
	await apply(cat, email);
	const applicationId = await applicationOf(office, email);
	const orders = await ordered;
	expect(await takenBy(office, orders)).not.toContain(name);

	const manager = await arrive(browser, baseURL, "manager");
	await manager.goto(`/admin/hiring/candidates/${applicationId}`);
	await manager.waitForLoadState("networkidle");
	await assignOneTest(manager);

	const link = await linkIn(office, email);
	await cat.goto(link);
	await cat.getByRole("button", { name: "Begin the test" }).click();
	const onPhone = cat.getByRole("textbox", { name: "Your answer" });
	await onPhone.first().fill("I listen, I look up what was ordered, and I call the office.");
	await expect(cat.getByText("All saved")).toBeVisible();
	await cat.context().setOffline(true);
	await onPhone.last().fill("I beg pardon, and offer to sing lower.");
	await expect(cat.getByText("No network: kept here")).toBeVisible();
	await cat.context().setOffline(false);
	await expect(cat.getByText("All saved")).toBeVisible(SOON);

	const desk = await (await browser.newContext({ baseURL })).newPage();
	await desk.goto(link);
	await expect(desk.getByText("I beg pardon, and offer to sing lower.")).toBeVisible();
	await handIn(desk, "Hand in this part");
	await desk.locator("input[type=file]").setInputFiles(await aPhoto());
	await expect(desk.getByRole("button", { name: "Remove photo 1" })).toBeVisible(SOON);
	await expect(desk.getByText("All saved")).toBeVisible();
	await handIn(desk, "Hand in the test");
	await expect(desk.getByRole("heading", { name: "Received. Thank you!" })).toBeVisible(SOON);

	const attemptId = await attemptOf(office, applicationId);
	await grade(manager, attemptId, 3);
	await grade(await arrive(browser, baseURL, "second-manager"), attemptId, 1);

	await manager.goto(`/admin/hiring/candidates/${applicationId}`);
	await manager.waitForLoadState("networkidle");
	await expect(manager.getByText("Screening proposes")).toBeVisible(SOON);
	await expect(manager.getByText("Percentile", { exact: true })).toBeVisible();
	await accept(manager);

	await expect.poll(() => takenBy(office, orders), SOON).toContain(name);
	await expect.poll(() => mailsTo(office, email), SOON).toContain("job-assigned");
	await retire(office, email);
});

async function apply(page: Page, email: string): Promise<void> {
	await page.goto("/apply");
	await page.getByLabel("Your name").fill(name);
	await page.getByLabel("E-mail").fill(email);
	await page.getByLabel("Phone").fill("+7 999 000-55-66");
	await page.getByLabel("Age in years").fill("3");
	await page.getByLabel("Breed").selectOption({ index: 2 });
	await page.getByLabel("Coat").selectOption({ index: 1 });
	await page.getByLabel("What are you really good at?").fill("Jars, mostly. And waiting.");
	await page.getByLabel(/^My data may be kept/).check();
	await page.locator("input[type=file]").setInputFiles(await aPhoto());
	await page.getByRole("button", { name: "Send the application" }).click();
	await page.waitForURL("**/apply/received", { timeout: 40_000 });
}

const aPhoto = async () => ({
	...{ name: "me.jpg", mimeType: "image/jpeg" },
	buffer: await sharp({ create: { width: 640, height: 480, channels: 3, background: "#c98b4b" } })
		.jpeg()
		.toBuffer(),
});

/** Of the tests, only the one that people grade. */
async function assignOneTest(page: Page): Promise<void> {
	await page.getByRole("button", { name: "Assign tests" }).click();
	const dialog = page.getByRole("dialog");
	const tests = dialog.getByRole("checkbox");
	await expect(tests.first()).toBeVisible();
	for (const test of await tests.all()) await test.uncheck();
	await dialog.getByRole("checkbox", { name: /^On the job/ }).check();
	await dialog.getByRole("button", { name: "Assign", exact: true }).click();
	await expect(dialog).toBeHidden();
}

async function handIn(page: Page, name: string): Promise<void> {
	await page.getByRole("button", { name }).click();
	await page.getByRole("alertdialog").getByRole("button", { name }).click();
	await expect(page.getByRole("alertdialog")).toBeHidden();
}

/** Gives all points for so many answers, which are all that wait for this grader. */
async function grade(page: Page, attemptId: string, answers: number): Promise<void> {
	await page.goto(`/admin/hiring/grading/${attemptId}`);
	await page.waitForLoadState("networkidle"); // what is chosen before the page listens is forgotten
	const forms = page.getByRole("form", { name: /^Grade: / });
	for (let left = answers; left > 0; left--) {
		await expect(forms).toHaveCount(left);
		const form = forms.first();
		for (const criterion of await form.getByRole("combobox").all()) {
			await criterion.selectOption({ index: (await criterion.getByRole("option").count()) - 1 });
		}
		await form.getByRole("button", { name: "Give the points" }).click();
	}
	await expect(forms).toHaveCount(0);
}

async function accept(page: Page): Promise<void> {
	await page.getByRole("button", { name: "Accept", exact: true }).click();
	const dialog = page.getByRole("dialog");
	await dialog.getByLabel(/^Why, if screening proposes otherwise/).fill("Sings low");
	await dialog.getByRole("button", { name: "Accept", exact: true }).click();
	await expect(page.getByText(`${name} is one of the workers now.`)).toBeVisible();
}

async function applicationOf(office: Caller, search: string): Promise<string> {
	type Candidates = { rows: { applicationId: string }[] };
	const { rows } = await ask<Candidates>(office, "hiring.candidates", { search });
	if (!rows[0]) throw new Error(`nobody has applied as ${search}`);
	return rows[0].applicationId;
}

async function attemptOf(office: Caller, applicationId: string): Promise<string> {
	type Tests = { assessment: { attempts: { attemptId: string }[] } | null };
	const { assessment } = await ask<Tests>(office, "hiring.candidateTests", { applicationId });
	return assessment?.attempts[0]?.attemptId ?? "";
}

type Mail = { id: string; email: string; template: string };
const mailbox = async (office: Caller, email: string): Promise<Mail[]> =>
	(await ask<{ messages: Mail[] }>(office, "notifications.mailbox", {})).messages.filter(
		(mail) => mail.email === email,
	);
const mailsTo = async (office: Caller, email: string) => (await mailbox(office, email)).map(({ template }) => template);

/** The way to the tests, as the candidate's mail has it. */
async function linkIn(office: Caller, email: string): Promise<string> {
	let link: string | undefined;
	await expect
		.poll(async () => {
			for (const { id: messageId } of await mailbox(office, email)) {
				const { html } = await ask<{ html: string }>(office, "notifications.mailboxMessage", { messageId });
				link ??= /\/assessment\/[^"'<>&\s]+/.exec(html)?.[0];
			}
			return link;
		}, SOON)
		.toBeDefined();
	return link ?? "";
}

/** Orders of one moment, so many that each worker has one and somebody is still missing. */
async function placeMany(client: Caller): Promise<string[]> {
	const [service] = await ask<{ serviceTypeId: string }[]>(client, "ordering.listServiceTypes");
	const [zone] = await ask<{ zoneId: string }[]>(client, "ordering.listZones");
	const { days } = await ask<{ days: { starts: string[] }[] }>(client, "ordering.listStartTimes", {});
	const startsAt = new Date(days.at(-2)?.starts.at(-1) ?? "");
	const place = { zoneId: zone?.zoneId, address: "Milk Lane 4", note: "" };
	const contact = { name: "Murka", phone: "+79990001122" };
	const placed = Array.from({ length: ORDERS }, () =>
		tell<{ orderId: string }>(client, "ordering.placeOrder", {
			...{ idempotencyKey: crypto.randomUUID(), serviceTypeId: service?.serviceTypeId, startsAt, place, contact },
			description: "The right armrest, evenly",
		}),
	);
	return (await Promise.all(placed)).map(({ orderId }) => orderId);
}

async function takenBy(office: Caller, orders: readonly string[]): Promise<(string | null)[]> {
	type Order = { workerName: string | null };
	const all = orders.map((orderId) => ask<Order>(office, "ordering.officeOrder", { orderId }));
	return (await Promise.all(all)).map(({ workerName }) => workerName);
}

/** Other tests on this company know nobody of this name. */
async function retire(office: Caller, search: string): Promise<void> {
	const { rows } = await ask<{ rows: { workerId: string }[] }>(office, "hiring.listWorkers", { search });
	await tell(office, "hiring.setWorkerActive", { workerId: rows[0]?.workerId, active: false });
}
