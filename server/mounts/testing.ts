import superjson from "superjson";
import { getAccount, openSession, personOf, registerAccount } from "@/server/contexts/identity";
import type { Person, Role } from "@/server/kernel/actor";
import { type AccountId, newId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { handleTrpc } from "./trpc";

/** Somebody with a session, as a browser has one. */
export type SignedIn = { person: Person; cookie: string };

export async function aSession(ctx: Ctx, accountId: AccountId): Promise<SignedIn> {
	const account = await getAccount(ctx, accountId);
	if (!account) throw new Error("nobody has this account");
	const { token } = await openSession(ctx, { accountId });
	return { person: personOf(account), cookie: `authjs.session-token=${token}` };
}

/** A new account with these roles, signed in. */
export async function someone(ctx: Ctx, ...roles: Role[]): Promise<SignedIn> {
	const email = `${newId()}@cats.example`;
	const { accountId } = await registerAccount(ctx, { name: "Murka", email, phone: "", locale: "en", roles });
	return aSession(ctx, accountId);
}

/** One procedure over HTTP, as the browser asks it; by nobody, when nobody is signed in. */
export const overHttp = (
	type: "query" | "mutation",
	path: string,
	input: unknown,
	who: SignedIn | null,
): Promise<Response> => handleTrpc(requestFor(type, path, input, who));

export function requestFor(type: "query" | "mutation", path: string, input: unknown, who: SignedIn | null): Request {
	const address = `http://localhost:3000/api/trpc/${path}`;
	const body = JSON.stringify(superjson.serialize(input));
	const headers = { ...(who && { cookie: who.cookie }), "content-type": "application/json" };
	return type === "query"
		? new Request(`${address}?input=${encodeURIComponent(body)}`, { headers })
		: new Request(address, { method: "POST", headers, body });
}
