import { expect, test } from "../_support/test";

test("a started installation says that it lives and is ready", async ({ request }) => {
	const live = await request.get("/api/health/live");
	expect(live.status()).toBe(200);
	const ready = await request.get("/api/health/ready");
	expect(ready.status()).toBe(200);
	expect(await ready.json()).toMatchObject({
		status: "ready",
		checks: { database: { ok: true }, migrations: { ok: true } },
	});
});
