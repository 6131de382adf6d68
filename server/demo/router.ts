import { z } from "zod";
import { closeSession } from "@/server/contexts/identity";
import { commonRefusals } from "@/server/kernel/errors";
import { line } from "@/server/kernel/text";
import { demoMode, env } from "@/server/platform/env";
import { toTrpcError } from "@/server/trpc/errors";
import { anyone, router } from "@/server/trpc/procedures";
import { sessionCookie } from "@/server/trpc/session-cookie";
import { listPersonas, signInAs } from "./personas";
import { destination, readClock, travel } from "./travel";

/** For every visitor of a demo. Anywhere else these do not exist. */
const inDemo = anyone.use(({ next }) => {
	if (!demoMode()) throw toTrpcError(commonRefusals.because("not_found"));
	return next();
});

export const demoRouter = router({
	/** Whether this is a demo, for pages that show more in one. */
	open: anyone.query(() => demoMode()),
	personas: inDemo.query(({ ctx }) => listPersonas(ctx)),
	signInAs: inDemo.input(z.object({ persona: line(40) })).mutation(async ({ ctx, input }) => {
		const { token, expiresAt } = await signInAs(ctx, input.persona);
		// Whoever the visitor was before is left to live on by itself.
		if (ctx.sessionToken) await closeSession(ctx, { token: ctx.sessionToken });
		const secure = env().APP_URL.startsWith("https:");
		ctx.responseHeaders?.append("set-cookie", sessionCookie(token, expiresAt, secure));
	}),
	clock: inDemo.query(({ ctx }) => readClock(ctx)),
	travel: inDemo.input(z.object({ to: destination })).mutation(({ ctx, input }) => travel(ctx, input.to)),
});
