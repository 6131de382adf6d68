import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import { type AppServer, removeDataDir, startServer } from "../_support/server";

const TOKEN = "a token that the metrics server knows as well";
const run = promisify(execFile);
let server: AppServer;

test.beforeAll(async () => {
	server = await startServer({ env: { DEMO: "off", METRICS_TOKEN: TOKEN } });
});
test.afterAll(async () => {
	await server.stop();
	removeDataDir(server.dataDir);
});

const invite = (...args: string[]) =>
	run(process.execPath, ["scripts/run.mjs", "scripts/admin-invite.ts", ...args], {
		env: { ...process.env, NODE_OPTIONS: "", DATA_DIR: server.dataDir },
	});

test("the first admin of a real installation comes in by a link that works once", async ({ browser }) => {
	const { stdout } = await invite("matroskin@cats.example");
	const link = /http\S+\/welcome\/\S+/.exec(stdout)?.[0] ?? "";
	// Mail scanners follow links; that does not use this one up.
	expect((await fetch(link)).status).toBe(200);
	const page = await browser.newPage();
	await page.goto(link);
	await expect(page.getByText("matroskin@cats.example")).toBeVisible();
	await page.getByRole("button", { name: "Come in" }).click();
	await expect(page).toHaveURL(/\/admin$/);
	await page.goto(`${server.url}/admin/system`);
	await expect(page.getByRole("heading", { name: "System" })).toBeVisible();
	await page.close();

	const another = await browser.newPage();
	await another.goto(link);
	await expect(another.getByRole("heading", { name: "This link has been used" })).toBeVisible();
	await another.close();
	await expect(invite("kot@cats.example")).rejects.toThrow(/has an admin already: matroskin@cats\.example/);
	await expect(invite("no address")).rejects.toThrow(/Whom\?/);
});

test("Prometheus reads what was asked of the server, by route and status", async () => {
	await fetch(`${server.url}/orders/0198c0de-0000-7000-8000-000000000000`, { redirect: "manual" });
	await fetch(`${server.url}/wp-admin/setup.php`);
	const read = async () => {
		const answer = await fetch(`${server.url}/api/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } });
		return answer.text();
	};
	// A request is counted when its last byte has left, which the asker may know sooner.
	await expect.poll(read).toMatch(/route="unknown",status="404"\} 1/);
	const text = await read();
	expect(text).toMatch(
		/mcf_http_request_duration_seconds_count\{method="GET",route="\/orders\/\[orderId\]",status="\d+"\} 1/,
	);
	expect(text).toMatch(/mcf_database_connections\{pool="alive",state="idle"\} 1/);
});
