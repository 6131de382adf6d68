import { and, eq, gt } from "drizzle-orm";
import { prepared } from "@/db/prepared";
import { accounts, sessions } from "@/db/schema/identity";
import type { Person } from "@/server/kernel/actor";
import type { Ctx } from "@/server/platform/context";
import { hashToken } from "../domain/session";

const sessionByToken = prepared({ tokenHash: sessions.tokenHash, now: sessions.expiresAt }, (db, { tokenHash, now }) =>
	db
		.select({
			accountId: accounts.id,
			name: accounts.name,
			roles: accounts.roles,
			clientId: accounts.clientId,
			workerId: accounts.workerId,
			email: accounts.email,
			locale: accounts.locale,
			expiresAt: sessions.expiresAt,
		})
		.from(sessions)
		.innerJoin(accounts, eq(accounts.id, sessions.accountId))
		.where(and(eq(sessions.tokenHash, tokenHash), gt(sessions.expiresAt, now), eq(accounts.active, true))),
);

/** Who a session token stands for, as of now: roles taken away or an account switched off count at once. */
export async function findSession(
	ctx: Ctx,
	token: string,
): Promise<{ person: Person; email: string; locale: "en" | "ru"; expiresAt: Date } | null> {
	const [row] = await sessionByToken(ctx.db, { tokenHash: hashToken(token), now: ctx.clock.systemNow() });
	if (!row) return null;
	const { email, locale, expiresAt, ...account } = row;
	return { person: { kind: "person", ...account }, email, locale, expiresAt };
}
