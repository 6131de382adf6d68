import { describe, expect, it } from "vitest";
import { visitor } from "@/server/kernel/actor";
import { newId } from "@/server/kernel/ids";
import { actingAs, createCtx } from "@/server/platform/context";
import { forgetView } from "./commands/forget-view";
import { registerAccount } from "./commands/register-account";
import { saveView } from "./commands/save-view";
import { listSavedViews } from "./queries/list-saved-views";
import { aPerson } from "./testing";

const ctx = createCtx();

async function aManager() {
	const given = { name: "Vasilisa", email: `${newId()}@cats.example`, phone: "", locale: "en" as const };
	const { accountId } = await registerAccount(ctx, { ...given, roles: ["manager"] });
	return actingAs(ctx, { ...aPerson("manager"), accountId });
}

describe("a saved view", () => {
	it("is kept for who saved it, by list and name, and saved again it is replaced", async () => {
		const [mine, theirs] = [await aManager(), await aManager()];
		await saveView(mine, { list: "orders", name: "Late ones", query: "trouble=late" });
		await saveView(mine, { list: "orders", name: "All failed", query: "state=failed" });
		await saveView(mine, { list: "clients", name: "Late ones", query: "" });
		await saveView(mine, { list: "orders", name: "Late ones", query: "trouble=late&sort=number" });
		expect(await listSavedViews(mine, { list: "orders" })).toMatchObject([
			{ name: "All failed", query: "state=failed" },
			{ name: "Late ones", query: "trouble=late&sort=number" },
		]);
		expect(await listSavedViews(theirs, { list: "orders" })).toEqual([]);
	});

	it("is forgotten by its owner only", async () => {
		const [mine, theirs] = [await aManager(), await aManager()];
		await saveView(mine, { list: "orders", name: "Late ones", query: "trouble=late" });
		const [view] = await listSavedViews(mine, { list: "orders" });
		const { viewId } = view ?? { viewId: "" };
		await forgetView(theirs, { viewId });
		expect(await listSavedViews(mine, { list: "orders" })).toHaveLength(1);
		await forgetView(mine, { viewId });
		expect(await listSavedViews(mine, { list: "orders" })).toEqual([]);
	});

	it("is one of thirty at most", async () => {
		const mine = await aManager();
		for (let number = 1; number <= 30; number++) await saveView(mine, { list: "orders", name: `${number}`, query: "" });
		await expect(saveView(mine, { list: "orders", name: "31", query: "" })).rejects.toMatchObject({
			code: "identity.too_many_views",
		});
		await saveView(mine, { list: "orders", name: "30", query: "state=failed" });
		expect(await listSavedViews(mine, { list: "orders" })).toHaveLength(30);
	});

	it("is not for visitors, nor for somebody who is gone", async () => {
		const stranger = actingAs(ctx, visitor);
		await expect(listSavedViews(stranger, { list: "orders" })).rejects.toMatchObject({ code: "common.sign_in_first" });
		const gone = actingAs(ctx, aPerson("manager"));
		await expect(saveView(gone, { list: "orders", name: "x", query: "" })).rejects.toMatchObject({
			code: "common.not_found",
		});
	});
});
