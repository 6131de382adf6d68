import { env } from "@/server/platform/env";
import { anyone, managers, router, signedIn } from "@/server/trpc/procedures";
import { sessionCookie } from "@/server/trpc/session-cookie";
import { acceptInvitation } from "./commands/accept-invitation";
import { setLocale } from "./commands/set-locale";
import { acceptInvitationInput, invitationInput, searchPeopleInput, setLocaleInput } from "./contracts";
import { getAccount } from "./queries/get-account";
import { getInvitation } from "./queries/get-invitation";
import { searchPeople } from "./queries/search-people";

export const identityRouter = router({
	/** Who am I? Null for a visitor. */
	me: anyone.query(({ ctx }) => (ctx.actor.kind === "person" ? getAccount(ctx, ctx.actor.accountId) : null)),
	searchPeople: managers.input(searchPeopleInput).query(({ ctx, input }) => searchPeople(ctx, input)),
	/** For whoever holds the link: its secret is the proof. */
	invitation: anyone.input(invitationInput).query(({ ctx, input }) => getInvitation(ctx, input)),
	acceptInvitation: anyone.input(acceptInvitationInput).mutation(async ({ ctx, input }) => {
		const { token, expiresAt } = await acceptInvitation(ctx, input);
		const secure = env().APP_URL.startsWith("https:");
		ctx.responseHeaders?.append("set-cookie", sessionCookie(token, expiresAt, secure));
	}),
	setLocale: signedIn.input(setLocaleInput).mutation(({ ctx, input }) => setLocale(ctx, input)),
});
