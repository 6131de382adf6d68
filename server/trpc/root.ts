import { billingRouter } from "@/server/contexts/billing/router";
import { executionRouter } from "@/server/contexts/execution/router";
import { hiringRouter } from "@/server/contexts/hiring/router";
import { identityRouter } from "@/server/contexts/identity/router";
import { matchingRouter } from "@/server/contexts/matching/router";
import { notificationsRouter } from "@/server/contexts/notifications/router";
import { orderingRouter } from "@/server/contexts/ordering/router";
import { suppliesRouter } from "@/server/contexts/supplies/router";
import { demoRouter } from "@/server/demo/router";
import { engineRouter } from "@/server/engine/router";
import { eventsRouter, timelineRouter } from "@/server/events/router";
import { auditRouter } from "@/server/platform/audit/router";
import { policiesRouter } from "@/server/platform/policies/router";
import { businessRouter } from "./business";
import { createCallerFactory, router } from "./procedures";

export const appRouter = router({
	audit: auditRouter,
	billing: billingRouter,
	business: businessRouter,
	demo: demoRouter,
	engine: engineRouter,
	events: eventsRouter,
	execution: executionRouter,
	hiring: hiringRouter,
	identity: identityRouter,
	matching: matchingRouter,
	notifications: notificationsRouter,
	ordering: orderingRouter,
	policies: policiesRouter,
	supplies: suppliesRouter,
	timeline: timelineRouter,
});

export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
