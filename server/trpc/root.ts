import { hiringRouter } from "@/server/contexts/hiring/router";
import { identityRouter } from "@/server/contexts/identity/router";
import { businessRouter } from "./business";
import { createCallerFactory, router } from "./procedures";

export const appRouter = router({
	business: businessRouter,
	hiring: hiringRouter,
	identity: identityRouter,
});

export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
