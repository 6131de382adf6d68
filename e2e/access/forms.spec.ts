import type { Page } from "@playwright/test";
import { expect, test } from "../_support/test";
import { signIn } from "../pages/people";

const address = "/demo/ui";

async function fillIn(page: Page) {
	await page.getByText("Cleaning", { exact: true }).click();
	await page.getByLabel("What has to be done").fill("Please clean the windows");
	await page.getByLabel("Zone").selectOption("north");
	await page.getByLabel("Date", { exact: true }).click();
	await page
		.getByRole("grid")
		.getByRole("button", { name: /27 November|November 27/ })
		.click();
	await page.getByText("09:30").click();
	await page.getByLabel("E-mail", { exact: true }).fill("murzik@cats.example");
	await page.getByLabel("Bonus").fill("1234,5");
	await page.getByRole("radio", { name: "4 stars" }).focus();
	await page.keyboard.press("Space");
	await page.getByLabel("I know that a failed order is paid, too").check();
}

test("what is wrong is told in one place that has the focus, and each line leads to its field", async ({ page }) => {
	await page.goto(address);
	await page.getByRole("button", { name: "Place the order" }).click();
	const summary = page.getByRole("alert").filter({ hasText: "9 things need your attention" });
	await expect(summary).toBeFocused();
	await summary.getByRole("button", { name: /^E-mail/ }).click();
	await expect(page.getByLabel("E-mail", { exact: true })).toBeFocused();
	await summary.getByRole("button", { name: /^Date/ }).click();
	await expect(page.getByLabel("Date", { exact: true })).toBeFocused();
	await expect(page.getByLabel("Date", { exact: true })).toHaveAccessibleDescription(/Fill this in/);
});

test("a refusal is shown and nothing typed is lost; two presses send once", async ({ page }) => {
	await page.goto(address);
	await fillIn(page);
	await page.getByRole("button", { name: "Try with a refusal" }).click();
	const refused = page.getByRole("alert").filter({ hasText: "This could not be sent" });
	await expect(refused).toBeFocused();
	await expect(refused).toContainText("Somebody changed this a moment ago");
	await expect(page.getByLabel("What has to be done")).toHaveValue("Please clean the windows");
	await expect(page.getByLabel("Bonus")).toHaveValue("1,234.50");

	await page.getByRole("button", { name: "Place the order" }).dblclick();
	await expect(page.getByText("Order placed. Time for a nap.")).toHaveCount(1);
	await expect(refused).toHaveCount(0);
});

test("a chosen theme and language stay chosen", async ({ page }) => {
	await page.goto(address);
	await page.getByRole("button", { name: "Appearance" }).click();
	await page.getByRole("menuitemradio", { name: "Dark" }).click();
	await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
	await page.getByRole("button", { name: "Language" }).click();
	await page.getByRole("menuitemradio", { name: "Русский" }).click();
	await expect(page.locator("html")).toHaveAttribute("lang", "ru");
	await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
	await page.goto(address);
	await expect(page).toHaveURL(/\/ru\/demo\/ui/);
});

test("the public page can be read and left without any script", async ({ browser, baseURL }) => {
	const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto("/");
	await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
	await page.getByRole("link", { name: "Русский" }).click();
	await expect(page.locator("html")).toHaveAttribute("lang", "ru");
	await context.close();
});

test("a dialog that is left gives the focus back to the button that opened it", async ({ page }) => {
	await page.goto(address);
	for (const name of ["Open a dialog", "Look closer", "Ask before cancelling"]) {
		const opener = page.getByRole("button", { name });
		await opener.click();
		await expect(page.getByRole("dialog").or(page.getByRole("alertdialog"))).toBeVisible();
		await page.keyboard.press("Escape");
		await expect(page.getByRole("dialog").or(page.getByRole("alertdialog"))).toBeHidden();
		await expect(opener).toBeFocused();
	}
});

const light = {
	"/": null,
	"/apply": null,
	"/jobs": "barsik",
	"/jobs/history": "barsik",
	"/jobs/money": "barsik",
} as const;

for (const [path, persona] of Object.entries(light)) {
	test(`${path} needs at most 150 kB of scripts`, async ({ page, context }) => {
		if (persona) await signIn(context, persona);
		const session = await context.newCDPSession(page);
		await session.send("Network.enable");
		const scripts = new Set<string>();
		let bytes = 0;
		session.on("Network.responseReceived", ({ requestId, type }) => type === "Script" && scripts.add(requestId));
		session.on("Network.dataReceived", ({ requestId, encodedDataLength }) => {
			if (scripts.has(requestId)) bytes += encodedDataLength;
		});
		await page.goto(path, { waitUntil: "load" });
		await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
		await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
		expect(bytes).toBeGreaterThan(50_000);
		expect(bytes).toBeLessThanOrEqual(150_000);
	});
}
