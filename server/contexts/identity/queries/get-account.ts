import { type Column, eq } from "drizzle-orm";
import { prepared } from "@/db/prepared";
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

const by = <Key extends Column>(key: Key) =>
	prepared({ value: key }, (db, { value }) => db.select().from(accounts).where(eq(key, value)));

const byId = by(accounts.id);
const byClient = by(accounts.clientId);
const byWorker = by(accounts.workerId);
const byEmail = by(accounts.email);

/** Who is this? Null when nobody is known by that id. */
export const getAccount = async (ctx: Ctx, accountId: AccountId): Promise<Account | null> =>
	found(await byId(ctx.db, { value: accountId }));

export const getAccountOfClient = async (ctx: Ctx, clientId: ClientId): Promise<Account | null> =>
	found(await byClient(ctx.db, { value: clientId }));

export const getAccountOfWorker = async (ctx: Ctx, workerId: WorkerId): Promise<Account | null> =>
	found(await byWorker(ctx.db, { value: workerId }));

export const getAccountByEmail = async (ctx: Ctx, email: string): Promise<Account | null> =>
	found(await byEmail(ctx.db, { value: email }));

function found([row]: (typeof accounts.$inferSelect)[]): Account | null {
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
