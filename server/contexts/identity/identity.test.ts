import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { outbox } from "@/db/schema/events";
import { accounts } from "@/db/schema/identity";
import { auditEntries, liveChanges } from "@/db/schema/platform";
import type { Role } from "@/server/kernel/actor";
import { newId, type WorkerId } from "@/server/kernel/ids";
import { actingAs, createCtx } from "@/server/platform/context";
import { closeSession } from "./commands/close-session";
import { openSession } from "./commands/open-session";
import { registerAccount } from "./commands/register-account";
import { registerWorker } from "./commands/register-worker";
import { setLocale } from "./commands/set-locale";
import { findSession } from "./queries/find-session";
import { getAccount } from "./queries/get-account";
import { aPerson } from "./testing";

const ctx = createCtx();

const someone = (roles: Role[] = ["client"], email = `${newId()}@cats.example`) => ({
	name: "Murka",
	email,
	phone: "+79990001122",
	locale: "ru" as const,
	roles,
});

const aWorker = (workerId: WorkerId, email: string, version = 1, name = "Barsik") => ({
	workerId,
	version,
	name,
	email,
	phone: "+79990001133",
	locale: "ru" as const,
	age: 3,
	breed: "siberian",
	coat: "red",
	photoId: null,
	strengths: [],
	weaknesses: [],
	active: true,
});

describe("an account", () => {
	it("gets a client id with the client's role, an audit row, an event and a live change", async () => {
		const { accountId } = await registerAccount(ctx, someone());
		const account = await getAccount(ctx, accountId);
		expect(account).toMatchObject({ roles: ["client"], clientId: expect.any(String), workerId: null });
		const audited = await ctx.db
			.select()
			.from(auditEntries)
			.where(eq(auditEntries.subject, `account:${accountId}`));
		expect(audited).toMatchObject([{ action: "identity.register-account", actor: { kind: "system" } }]);
		const published = await ctx.db
			.select()
			.from(outbox)
			.where(and(eq(outbox.name, "identity/account.changed"), eq(outbox.cause, ctx.requestId)));
		expect(published.at(-1)).toMatchObject({
			data: { accountId, version: 1 },
			subjects: [`account:${accountId}`, `client:${account?.clientId}`],
		});
		const changes = await ctx.db.select().from(liveChanges).where(eq(liveChanges.subject, accountId));
		expect(changes).toMatchObject([{ context: "identity", audiences: [`account:${accountId}`, "office"] }]);
	});

	it("has an e-mail address of its own", async () => {
		const { email } = someone();
		await registerAccount(ctx, someone(["client"], email));
		await expect(registerAccount(ctx, someone(["worker"], email))).rejects.toMatchObject({
			code: "identity.email_taken",
		});
	});

	it.each(["client", "worker", "warehouse", "manager"] as const)("is not made by a %s", async (role) => {
		await expect(registerAccount(actingAs(ctx, aPerson(role)), someone())).rejects.toMatchObject({
			code: "common.not_allowed",
		});
	});
});

describe("a session", () => {
	it("tells who it is until it is closed, and leaves no usable token in the database", async () => {
		const { accountId } = await registerAccount(ctx, someone(["manager"]));
		const { token } = await openSession(ctx, { accountId });
		expect((await findSession(ctx, token))?.person).toMatchObject({ accountId, roles: ["manager"] });
		await closeSession(ctx, { token });
		expect(await findSession(ctx, token)).toBeNull();
		expect(await findSession(ctx, "made-up")).toBeNull();
	});

	it("ends at once when the account is switched off", async () => {
		const { accountId } = await registerAccount(ctx, someone());
		const { token } = await openSession(ctx, { accountId });
		await ctx.db.update(accounts).set({ active: false }).where(eq(accounts.id, accountId));
		expect(await findSession(ctx, token)).toBeNull();
		await expect(openSession(ctx, { accountId })).rejects.toMatchObject({ code: "identity.account_inactive" });
	});

	it("sees a role taken away at its next request", async () => {
		const { accountId } = await registerAccount(ctx, someone(["manager"]));
		const { token } = await openSession(ctx, { accountId });
		await ctx.db.update(accounts).set({ roles: [] }).where(eq(accounts.id, accountId));
		expect((await findSession(ctx, token))?.person.roles).toEqual([]);
	});
});

describe("a worker whom hiring publishes", () => {
	it("gets an account once, however often and in whatever order the versions come", async () => {
		const workerId = newId<WorkerId>();
		const email = `${newId()}@cats.example`;
		const versions = [aWorker(workerId, email, 2, "Barsik the Second"), aWorker(workerId, email, 1)];
		for (const version of [...versions, ...versions]) await registerWorker(ctx, version);
		const rows = await ctx.db.select().from(accounts).where(eq(accounts.workerId, workerId));
		expect(rows).toMatchObject([{ name: "Barsik the Second", roles: ["worker"], workerVersion: 2 }]);
	});

	it("keeps the account and the other roles that the person has already", async () => {
		const { email } = someone();
		const { accountId } = await registerAccount(ctx, someone(["client"], email));
		await registerWorker(ctx, aWorker(newId(), email));
		expect(await getAccount(ctx, accountId)).toMatchObject({ roles: ["client", "worker"] });
		await registerWorker(ctx, { ...aWorker(newId(), email, 2), active: false });
		expect(await getAccount(ctx, accountId)).toMatchObject({ roles: ["client"] });
	});
});

describe("the language", () => {
	it("is set by the person alone", async () => {
		const { accountId } = await registerAccount(ctx, someone());
		const me = { ...aPerson("client"), accountId };
		await setLocale(actingAs(ctx, me), { locale: "en" });
		expect(await getAccount(ctx, accountId)).toMatchObject({ locale: "en" });
		await expect(setLocale(ctx, { locale: "en" })).rejects.toMatchObject({ code: "common.sign_in_first" });
	});
});
