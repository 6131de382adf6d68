import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/identity";
import type { Person, Role } from "@/server/kernel/actor";
import type { AccountId, ClientId, WorkerId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";

export type Account = {
	accountId: AccountId;
	name: string;
	email: string;
	phone: string;
	locale: "en" | "ru";
	roles: readonly Role[];
	clientId: ClientId | null;
	workerId: WorkerId | null;
	active: boolean;
};

/** Who is this? Null when nobody is known by that id. */
export const getAccount = (ctx: Ctx, accountId: AccountId): Promise<Account | null> =>
	find(ctx, eq(accounts.id, accountId));

export const getAccountOfClient = (ctx: Ctx, clientId: ClientId): Promise<Account | null> =>
	find(ctx, eq(accounts.clientId, clientId));

export const getAccountOfWorker = (ctx: Ctx, workerId: WorkerId): Promise<Account | null> =>
	find(ctx, eq(accounts.workerId, workerId));

export const getAccountByEmail = (ctx: Ctx, email: string): Promise<Account | null> =>
	find(ctx, eq(accounts.email, email));

async function find(ctx: Ctx, condition: ReturnType<typeof eq>): Promise<Account | null> {
	const [row] = await ctx.db.select().from(accounts).where(condition);
	if (!row) return null;
	const { id, version: _version, workerVersion: _workerVersion, createdAt: _createdAt, ...rest } = row;
	return { accountId: id, ...rest };
}

/** An account as the actor of a command: what the house needs to act as somebody in the demo. */
export const personOf = ({ accountId, name, roles, clientId, workerId }: Account): Person => ({
	kind: "person",
	accountId,
	name,
	roles,
	clientId,
	workerId,
});
