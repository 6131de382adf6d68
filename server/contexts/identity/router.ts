import { env } from "@/server/platform/env";
import { demandRate } from "@/server/platform/rate-limits";
import { anyone, managers, router, signedIn } from "@/server/trpc/procedures";
import { sessionCookie } from "@/server/trpc/session-cookie";
import { acceptInvitation } from "./commands/accept-invitation";
import { forgetView } from "./commands/forget-view";
import { saveView } from "./commands/save-view";
import { setLocale } from "./commands/set-locale";
import {
	acceptInvitationInput,
	clientInput,
	clientsList,
	forgetViewInput,
	invitationInput,
	savedViewsInput,
	saveViewInput,
	searchPeopleInput,
	setLocaleInput,
} from "./contracts";
import { getAccount } from "./queries/get-account";
import { getClient } from "./queries/get-client";
import { getInvitation } from "./queries/get-invitation";
import { countClients, listClients } from "./queries/list-clients";
import { listSavedViews } from "./queries/list-saved-views";
import { searchPeople } from "./queries/search-people";

const signIns = { name: "sign-ins of an address", burst: 30, perMinute: 30 };

export const identityRouter = router({
	/** Who am I? Null for a visitor. */
	me: anyone.query(({ ctx }) => (ctx.actor.kind === "person" ? getAccount(ctx, ctx.actor.accountId) : null)),
	searchPeople: managers.input(searchPeopleInput).query(({ ctx, input }) => searchPeople(ctx, input)),
	/** For whoever holds the link: its secret is the proof. */
	invitation: anyone.input(invitationInput).query(({ ctx, input }) => getInvitation(ctx, input)),
	acceptInvitation: anyone.input(acceptInvitationInput).mutation(async ({ ctx, input }) => {
		demandRate(signIns, ctx.address, ctx.clock.systemNow());
		const { token, expiresAt } = await acceptInvitation(ctx, input);
		const secure = env().APP_URL.startsWith("https:");
		ctx.responseHeaders?.append("set-cookie", sessionCookie(token, expiresAt, secure));
	}),
	clients: managers.input(clientsList.input).query(({ ctx, input }) => listClients(ctx, input)),
	clientsCount: managers.input(clientsList.filtersOnly).query(({ ctx, input }) => countClients(ctx, input)),
	client: managers.input(clientInput).query(({ ctx, input }) => getClient(ctx, input)),
	savedViews: signedIn.input(savedViewsInput).query(({ ctx, input }) => listSavedViews(ctx, input)),
	saveView: signedIn.input(saveViewInput).mutation(({ ctx, input }) => saveView(ctx, input)),
	forgetView: signedIn.input(forgetViewInput).mutation(({ ctx, input }) => forgetView(ctx, input)),
	setLocale: signedIn.input(setLocaleInput).mutation(({ ctx, input }) => setLocale(ctx, input)),
});
