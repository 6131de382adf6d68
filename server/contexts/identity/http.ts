import NextAuth from "next-auth";
import type { Adapter } from "next-auth/adapters";
import { system } from "@/server/kernel/actor";
import { type Ctx, createCtx } from "@/server/platform/context";
import { env } from "@/server/platform/env";
import { exportList } from "@/server/platform/export";
import { closeSession } from "./commands/close-session";
import { clientsList } from "./contracts";
import { findSession } from "./queries/find-session";
import { listClients } from "./queries/list-clients";

const ctx = () => createCtx({ actor: system("identity/sign-in") });

/** next-auth reads and closes sessions through identity's own commands, so that there is one truth about who is signed in. */
const adapter: Adapter = {
	async getSessionAndUser(sessionToken) {
		const found = await findSession(ctx(), sessionToken);
		return (
			found && {
				session: { sessionToken, userId: found.person.accountId, expires: found.expiresAt },
				user: { id: found.person.accountId, name: found.person.name, email: found.email, emailVerified: null },
			}
		);
	},
	async updateSession() {
		return null;
	},
	async deleteSession(sessionToken) {
		await closeSession(ctx(), { token: sessionToken });
	},
};

/** The sign-in endpoints. Providers are added where an installation configures them. */
export const { handlers } = NextAuth(() => ({
	adapter,
	providers: [],
	session: { strategy: "database" },
	secret: env().AUTH_SECRET,
	trustHost: true,
}));

/** The office's clients as CSV, as the address of their page asks for them. */
export const exportClients = (ctx: Ctx, address: URLSearchParams): Promise<Response> =>
	exportList(ctx, {
		name: clientsList.name,
		asked: clientsList.fromAddress(address),
		read: (asked) => listClients(ctx, asked),
		columns: {
			name: ({ name }) => name,
			email: ({ email }) => email,
			phone: ({ phone }) => phone,
			language: ({ locale }) => locale,
			active: ({ active }) => active,
			since: ({ since }) => since,
			client_id: ({ clientId }) => clientId,
		},
	});
