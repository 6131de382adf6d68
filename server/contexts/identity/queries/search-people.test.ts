import { expect, it } from "vitest";
import type { Role } from "@/server/kernel/actor";
import { newId } from "@/server/kernel/ids";
import { actingAs, createCtx } from "@/server/platform/context";
import { registerAccount } from "../commands/register-account";
import { aPerson } from "../testing";
import { searchPeople } from "./search-people";

const ctx = createCtx();
const office = actingAs(ctx, aPerson("manager"));

const someone = async (name: string, ...roles: Role[]) =>
	registerAccount(ctx, { name, email: `${newId()}@cats.example`, phone: "", locale: "ru", roles });

const search = async (text: string, limit = 6) =>
	(await searchPeople(office, { search: text, limit })).map(({ name }) => name);

it("finds clients and workers by a part of the name or e-mail, from two signs on where the name begins", async () => {
	await someone("Снежинка Вторая", "client");
	await someone("Снежок", "worker");
	await someone("Снегурочка", "warehouse");
	expect(await search("неж")).toEqual(["Снежинка Вторая", "Снежок"]);
	expect(await search("СН")).toEqual(["Снежинка Вторая", "Снежок"]);
	expect(await search("не")).toEqual([]);
	expect(await search("неж", 1)).toHaveLength(1);
	expect(await search("100%_\\")).toEqual([]);
});

it("tells which of the two they are", async () => {
	await someone("Qwerty", "client");
	expect(await searchPeople(office, { search: "qwe", limit: 6 })).toMatchObject([
		{ name: "Qwerty", clientId: expect.any(String), workerId: null, active: true },
	]);
});

it.each(["client", "worker", "warehouse"] as const)("is not for a %s", async (role) => {
	const them = actingAs(ctx, aPerson(role));
	await expect(searchPeople(them, { search: "a", limit: 6 })).rejects.toMatchObject({ code: "common.not_allowed" });
});
