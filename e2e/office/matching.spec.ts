import type { Page } from "@playwright/test";
import { expect, test } from "../_support/test";
import { clientPages } from "../pages/client";
import { byKeyboard, byMouse, type Hands } from "../pages/hands";
import { arrive, ask, tell } from "../pages/people";

const SOON = { timeout: 20_000 };
const EXPRESSION = "min(completed / 20, 1)";

const ways: [string, (page: Page) => Hands, string][] = [
	["", byMouse, "09:00"],
	[", by keyboard only", byKeyboard, "15:00"],
];

for (const [how, handsOf, time] of ways) {
	test(`a manager adds a rating by expression, tries it, runs it beside, replays a month, puts it in force, sees why, and takes it back${how}`, async ({
		browser,
		baseURL,
	}) => {
		test.setTimeout(120_000);
		const page = await arrive(browser, baseURL, "manager");
		await endExperiments(page);
		const hands = handsOf(page);
		await page.goto("/admin/matching");
		await page.waitForLoadState("networkidle");
		const inForce = page.getByRole("heading", { name: /^In force: version \d+$/ });
		const before = (await inForce.textContent()) ?? "";

		await hands.press(page.getByRole("link", { name: "Edit the chain" }));
		await expect(page.getByRole("heading", { name: /^Chain, version/ })).toBeVisible(SOON);
		await page.waitForLoadState("networkidle");
		await hands.press(page.getByRole("button", { name: "Add a step" }));
		await hands.press(page.getByRole("dialog").getByRole("button", { name: /^Rating by expression/ }));
		const step = page.getByRole("region", { name: /Rating by expression$/ });

		// What is wrong is said where it is, in words.
		await hands.type(step.getByLabel("Expression", { exact: true }), "min(completed / 20");
		await expect(step.getByRole("alert")).toContainText("The expression can't be read", SOON);
		await hands.type(step.getByLabel("Expression", { exact: true }), EXPRESSION);
		await expect(step.getByRole("alert")).toHaveCount(0, SOON);
		await hands.type(step.getByLabel("Weight"), "5");

		await hands.pick(page.getByRole("combobox", { name: "Order", exact: true }), 1);
		const tried = page.getByRole("table", { name: "Candidates, the best first" });
		await expect(tried.getByRole("columnheader", { name: "Rating by expression" })).toBeVisible(SOON);
		await expect(page.getByText(/^\d+ candidates?$/)).toBeVisible();
		const place = await placeOf(step);
		await hands.lift(step.getByRole("button", { name: "Move Rating by expression", exact: true }));
		await expect.poll(() => placeOf(step)).toBeLessThan(place);

		await hands.type(page.getByLabel("What this version is for"), `Reward experience${how}`);
		await hands.press(page.getByRole("button", { name: "Save as a new draft" }));
		await expect(page.getByText("Draft", { exact: true })).toBeVisible(SOON);
		const version = /\/matching\/(\d+)/.exec(page.url())?.[1] ?? "";

		await hands.press(page.getByRole("button", { name: "Run beside" }));
		await expect(page.getByText("Running beside", { exact: true })).toBeVisible(SOON);

		const replay = page.getByRole("tab", { name: "Replay" });
		if (how === "") await replay.click();
		else {
			await page.getByRole("tab", { name: "Chain" }).focus();
			await page.keyboard.press("ArrowRight");
			await expect(page.getByRole("tab", { name: "Run beside" })).toBeFocused();
			await page.keyboard.press("ArrowRight");
			await expect(replay).toBeFocused();
		}
		await hands.press(page.getByRole("button", { name: "Replay" }));
		await expect(page.getByText("Unevenness of jobs (Gini)")).toBeVisible(SOON);

		await hands.press(page.getByRole("button", { name: "Put in force…" }));
		const dialog = page.getByRole("dialog");
		await hands.type(dialog.getByLabel("Why"), "Those who have done it before do it better");
		await hands.press(dialog.getByRole("button", { name: `Put version ${version} in force` }));
		await expect(page.getByText("In force", { exact: true })).toBeVisible(SOON);

		const client = await arrive(browser, baseURL, "loyal-client");
		const orderId = await clientPages(client).request({
			...{ service: "Sofa scratching", wish: "Both armrests", daysAhead: 3, time },
		});
		await clientPages(client).workerIsAssigned();
		await page.goto(`/admin/orders/${orderId}`);
		await expect(page.getByRole("link", { name: `chain version ${version}` })).toBeVisible(SOON);
		await expect(page.getByRole("columnheader", { name: "Rating by expression" })).toBeVisible();

		await page.goto("/admin/matching");
		await page.waitForLoadState("networkidle");
		await expect(inForce).toHaveText(`In force: version ${version}`);
		await hands.press(page.getByRole("button", { name: /^Back to version/ }));
		await hands.type(dialog.getByLabel("Why"), "Newcomers got nothing");
		await hands.press(dialog.getByRole("button", { name: /^Back to version/ }));
		await expect(inForce).toHaveText(before, SOON);
	});
}

/** While one runs, it may take the order by lot. */
async function endExperiments(page: Page): Promise<void> {
	type Pipelines = { pipelines: { version: number; percent: number }[] };
	const { pipelines } = await ask<Pipelines>(page.context(), "matching.pipelines");
	for (const { version } of pipelines.filter(({ percent }) => percent > 0)) {
		const ended = { version, percent: 0, reason: "Nothing else may decide meanwhile" };
		expect(await tell(page.context(), "matching.sharePipeline", ended)).toBe(200);
	}
}

/** The place of a step in the chain, as its name says it. */
async function placeOf(step: ReturnType<Page["getByRole"]>): Promise<number> {
	const name = (await step.getAttribute("aria-label")) ?? "";
	return Number(/\d+/.exec(name)?.[0]);
}
