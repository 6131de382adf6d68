import { expect, test } from "../_support/test";
import { addressOf, pages } from "../pages/every-page";
import { whatIsThere } from "../pages/known";
import { signIn } from "../pages/people";

for (const [name, page] of Object.entries(pages)) {
	test(`${name}: runs under a policy that lets no strange script run`, async ({ browser, baseURL }) => {
		const context = await browser.newContext({ baseURL });
		if (page.as) await signIn(context, page.as);
		const tab = await context.newPage();
		const complaints: string[] = [];
		tab.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
		tab.on("pageerror", (error) => complaints.push(error.message));
		const answer = await tab.goto(addressOf(page, await whatIsThere(browser, baseURL)));
		await expect(tab.getByRole("main")).toBeVisible();

		const policy = answer?.headers()["content-security-policy"] ?? "";
		expect(policy).toMatch(/script-src [^;]*'(nonce|sha256)-/);
		expect(policy).not.toMatch(/script-src [^;]*'unsafe-(inline|eval)'/);
		expect(policy).toContain("frame-ancestors 'none'");

		const ran = await tab.evaluate(() => {
			const planted = document.createElement("div");
			planted.innerHTML = `<img src="data:," onerror="document.documentElement.dataset.planted = 'yes'">`;
			document.body.append(planted);
			return new Promise<string | undefined>((resolve) => {
				setTimeout(() => resolve(document.documentElement.dataset.planted), 200);
			});
		});
		expect(ran).toBeUndefined();
		const own = complaints.filter((complaint) => !/inline event handler/.test(complaint));
		expect(own).toEqual([]);
		await context.close();
	});
}
