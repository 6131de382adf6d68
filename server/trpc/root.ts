import { identityRouter } from "@/server/contexts/identity/router";
import { createCallerFactory, router } from "./procedures";

export const appRouter = router({
	identity: identityRouter,
});

export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
