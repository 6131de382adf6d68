import { and, eq } from "drizzle-orm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { outbox } from "@/db/schema/events";
import { accounts, invitations } from "@/db/schema/identity";
import { auditEntries } from "@/db/schema/platform";
import type { Role } from "@/server/kernel/actor";
import { newId } from "@/server/kernel/ids";
import { actingAs, createCtx } from "@/server/platform/context";
import { acceptInvitation } from "./commands/accept-invitation";
import { inviteAdmin } from "./commands/invite-admin";
import { registerAccount } from "./commands/register-account";
import { findSession } from "./queries/find-session";
import { getInvitation } from "./queries/get-invitation";
import { aPerson } from "./testing";

const ctx = createCtx();
const visitor = actingAs(ctx, { kind: "visitor" });
const anAddress = () => `${newId()}@cats.example`;
const accept = (token: string) => acceptInvitation(visitor, { token, locale: "ru" });
const accountAt = async (email: string) => (await ctx.db.select().from(accounts).where(eq(accounts.email, email)))[0];
const register = (email: string, ...roles: Role[]) =>
	registerAccount(ctx, { name: "Murka", email, phone: "", locale: "en", roles });

/** No admin is left of the tests before. */
afterEach(async () => {
	vi.useRealTimers();
	await ctx.db.update(accounts).set({ active: false });
});

describe("an invitation of the first admin", () => {
	it("makes an account with the role and signs in, on record, and tells everybody", async () => {
		const email = anAddress();
		const { token } = await inviteAdmin(ctx, { email });
		expect(await getInvitation(visitor, { token })).toEqual({ state: "open", email });
		const session = await accept(token);
		const found = await findSession(ctx, session.token);
		expect(found).toMatchObject({ email, locale: "ru", person: { roles: ["admin"] } });
		const about = eq(auditEntries.subject, `account:${found?.person.accountId}`);
		const actions = (await ctx.db.select().from(auditEntries).where(about)).map(({ action }) => action);
		expect(actions.sort()).toEqual([
			"identity.accept-invitation",
			"identity.open-session",
			"identity.register-account",
		]);
		const told = and(eq(outbox.name, "identity/account.changed"), eq(outbox.cause, visitor.requestId));
		expect((await ctx.db.select().from(outbox).where(told)).at(-1)?.data).toMatchObject({ email, roles: ["admin"] });
	});

	it("is on record when it is given, and keeps no secret", async () => {
		const email = anAddress();
		const { token } = await inviteAdmin(ctx, { email });
		const audited = await ctx.db
			.select()
			.from(auditEntries)
			.where(eq(auditEntries.subject, `email:${email}`));
		expect(audited).toMatchObject([{ action: "identity.invite-admin", actor: { kind: "system" } }]);
		const kept = await ctx.db.select().from(invitations).where(eq(invitations.email, email));
		expect(JSON.stringify([audited, kept])).not.toContain(token);
	});

	it("works once: whoever comes later is told so", async () => {
		const { token } = await inviteAdmin(ctx, { email: anAddress() });
		await accept(token);
		await expect(accept(token)).rejects.toMatchObject({ code: "identity.invitation_used" });
		expect(await getInvitation(visitor, { token })).toEqual({ state: "used", email: null });
	});

	it("works for one of many at once", async () => {
		const email = anAddress();
		const { token } = await inviteAdmin(ctx, { email });
		const tries = await Promise.allSettled(Array.from({ length: 8 }, () => accept(token)));
		expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
		for (const lost of tries) {
			if (lost.status === "rejected") expect(lost.reason).toMatchObject({ code: "identity.invitation_used" });
		}
		expect(await ctx.db.select().from(accounts).where(eq(accounts.email, email))).toHaveLength(1);
	});

	it("is not used up by looking at it, as mail scanners do", async () => {
		const { token } = await inviteAdmin(ctx, { email: anAddress() });
		for (let look = 0; look < 3; look++) expect((await getInvitation(visitor, { token })).state).toBe("open");
		await expect(accept(token)).resolves.toMatchObject({ token: expect.any(String) });
	});

	it("ends after a day of the machine's time", async () => {
		const { token, expiresAt } = await inviteAdmin(ctx, { email: anAddress() });
		vi.useFakeTimers({ toFake: ["Date"], now: expiresAt });
		await expect(accept(token)).rejects.toMatchObject({ code: "identity.invitation_expired" });
		expect((await getInvitation(visitor, { token })).state).toBe("expired");
		vi.setSystemTime(expiresAt.getTime() - 1);
		await expect(accept(token)).resolves.toMatchObject({ token: expect.any(String) });
	});

	it("is replaced by a newer one for the same address", async () => {
		const email = anAddress();
		const first = await inviteAdmin(ctx, { email });
		const second = await inviteAdmin(ctx, { email });
		await expect(accept(first.token)).rejects.toMatchObject({ code: "identity.invitation_replaced" });
		await expect(accept(second.token)).resolves.toMatchObject({ token: expect.any(String) });
	});

	it("is refused where another admin can give the role, and given to an admin who can't get in", async () => {
		const email = anAddress();
		await register(email, "admin");
		await expect(inviteAdmin(ctx, { email: anAddress() })).rejects.toMatchObject({
			code: "identity.admin_exists",
			details: { email },
		});
		await accept((await inviteAdmin(ctx, { email })).token);
		expect(await accountAt(email)).toMatchObject({ roles: ["admin"], version: 1 });
	});

	it("adds the role to the account that the address has already", async () => {
		const email = anAddress();
		await register(email, "client");
		await accept((await inviteAdmin(ctx, { email })).token);
		expect(await accountAt(email)).toMatchObject({ roles: ["client", "admin"], version: 2 });
	});

	it("is refused for an account that is switched off, before and after it was given", async () => {
		const email = anAddress();
		const { token } = await inviteAdmin(ctx, { email });
		await register(email);
		await ctx.db.update(accounts).set({ active: false }).where(eq(accounts.email, email));
		await expect(accept(token)).rejects.toMatchObject({ code: "identity.account_inactive" });
		expect((await getInvitation(visitor, { token })).state).toBe("open");
		await expect(inviteAdmin(ctx, { email })).rejects.toMatchObject({ code: "identity.account_inactive" });
	});

	it("that nobody has given does not exist", async () => {
		await expect(accept("made up")).rejects.toMatchObject({ code: "identity.invitation_unknown" });
		expect(await getInvitation(visitor, { token: "made up" })).toEqual({ state: "unknown", email: null });
	});

	it.each(["client", "manager", "admin"] as const)("is not a %s's to give", async (role) => {
		const given = inviteAdmin(actingAs(ctx, aPerson(role)), { email: anAddress() });
		await expect(given).rejects.toMatchObject({ code: "common.not_allowed" });
	});
});
