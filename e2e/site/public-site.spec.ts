import { expect, test } from "../_support/test";

const found = ["/", "/how-it-works", "/prices", "/for-workers", "/apply", "/privacy", "/terms", "/imprint"];

test.describe("without any script", () => {
	test.use({ javaScriptEnabled: false });

	test("prices are those of the service types, in both languages", async ({ page }) => {
		await page.goto("/");
		await page.getByRole("link", { name: "Prices", exact: true }).first().click();
		const service = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Testing boxes" }) });
		await expect(service).toContainText("₡120.00");
		await expect(page.getByRole("row", { name: /more than ₡10,000\.00/ })).toContainText("5%");
		await page.getByRole("link", { name: "Русский" }).click();
		await expect(page.getByRole("row", { name: /больше 10\s000,00\s₡/ })).toContainText("5\u00a0%");
	});

	test("every page of the site can be reached from the landing page", async ({ page }) => {
		for (const path of found.slice(1)) {
			await page.goto("/");
			await page.locator(`footer a[href="${path}"]`).click();
			await expect(page).toHaveURL(new RegExp(`${path}$`));
			await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
		}
	});
});

test("search finds every public page in both languages, and no other", async ({ request, baseURL }) => {
	const sitemap = await (await request.get("/sitemap.xml")).text();
	const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = ""]) => address.replace(baseURL, ""));
	const both = found.flatMap((path) => [path, `/ru${path === "/" ? "" : path}`]);
	expect(listed.sort()).toEqual(both.sort());
	const robots = await (await request.get("/robots.txt")).text();
	expect(robots).toContain("Disallow: /orders");
	expect(robots).toContain(`Sitemap: ${baseURL}/sitemap.xml`);
});

for (const path of found) {
	test(`${path} tells search and messengers what it is, and where its other language is`, async ({ page, request }) => {
		const russian = `/ru${path === "/" ? "" : path}`;
		await page.goto(russian);
		const target = (selector: string, attribute = "href") => page.locator(`head ${selector}`).getAttribute(attribute);
		expect(await target('link[rel="canonical"]')).toMatch(new RegExp(`${russian}$`));
		expect(await target('link[hreflang="en"]')).toMatch(new RegExp(`${path}$`));
		expect((await target('meta[name="description"]', "content"))?.length).toBeGreaterThan(40);
		const picture = (await target('meta[property="og:image"]', "content")) ?? "";
		expect((await request.get(picture)).headers()["content-type"]).toBe("image/png");
	});
}
