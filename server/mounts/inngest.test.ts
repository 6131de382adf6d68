import { afterEach, describe, expect, test, vi } from "vitest";
import { handleInngest } from "./inngest";

afterEach(() => vi.unstubAllEnvs());

const ask = (method: string) =>
	handleInngest(new Request("http://localhost:3000/api/inngest", { method, headers: { host: "localhost:3000" } }));

describe("without Inngest's keys", () => {
	test.each(["GET", "POST", "PUT"])(
		"%s /api/inngest is not there in production, for nothing could prove whose call it is",
		async (method) => {
			vi.stubEnv("NODE_ENV", "production");
			expect((await ask(method)).status).toBe(404);
		},
	);

	test("it is there in development, where the engine calls the code as last saved", async () => {
		vi.stubEnv("NODE_ENV", "development");
		const answer = await ask("GET");
		expect(answer.status).toBe(200);
		expect(await answer.json()).toMatchObject({ mode: "dev" });
	});
});
