"use client";

import { useQueries } from "@tanstack/react-query";
import { useTRPC } from "@/app/_ui/query/trpc";

/** Some things come to need attention by time alone, of which no context tells. */
const LOOK_EVERY_MS = 60_000;

/** What each context wants a manager to see now. The rail counts it, the overview tells it. */
export function useAttention({ enabled = true } = {}) {
	const trpc = useTRPC();
	const now = { refetchInterval: LOOK_EVERY_MS, enabled };
	const [ordering, execution, supplies, billing, notifications, engine] = useQueries({
		queries: [
			{ ...trpc.ordering.attention.queryOptions(), ...now },
			{ ...trpc.execution.attention.queryOptions(), ...now },
			{ ...trpc.supplies.attention.queryOptions(), ...now },
			{ ...trpc.billing.attention.queryOptions(), ...now },
			{ ...trpc.notifications.attention.queryOptions(), ...now },
			{ ...trpc.engine.health.queryOptions(), ...now },
		],
	});
	const waiting = ordering.data?.waiting;
	const { late, overdue } = execution.data ?? {};
	const orders = [waiting, late, overdue].reduce((sum, kind) => sum + (kind?.count ?? 0), 0);
	const others = [
		supplies.data?.lateKits,
		supplies.data?.cookies,
		billing.data?.payments,
		billing.data?.refunds,
		billing.data?.disputes,
		billing.data?.payouts,
		billing.data?.approvals,
		notifications.data?.undelivered,
		engine.data?.failed,
	];
	return {
		queries: { ordering, execution, supplies, billing, notifications, engine },
		/** Orders that need somebody. */
		orders,
		total: others.reduce((sum, kind) => sum + (kind?.count ?? 0), orders),
	};
}
