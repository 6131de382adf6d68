"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useBusinessNow, useFormat } from "@/app/_ui/format/format-provider";
import { LiveGlow } from "@/app/_ui/live/live-glow";
import { ProgressSteps } from "@/app/_ui/progress-steps";
import { useTRPC } from "@/app/_ui/query/trpc";
import type { OrderState } from "@/server/contexts/ordering/contracts";
import { stepOf, steps } from "./progress";
import { whatNext } from "./what-next";

type Props = {
	order: {
		orderId: string;
		number: number;
		state: OrderState;
		waiting: boolean;
		startsAt: Date;
		durationMinutes: number;
		worker: { name: string } | null;
	};
};

/** The live line of an order. Supplies and execution know more than the order's state once they have heard of it. */
export function OrderProgress({ order }: Props) {
	const t = useTranslations("orders.progress");
	const trpc = useTRPC();
	const staffed = order.state === "assigned";
	const about = { orderId: order.orderId };
	// Until the other context has heard of the order it answers "not found": then the order's own state has to do.
	const kit = useQuery(trpc.supplies.clientKit.queryOptions(about, { enabled: staffed, retry: false })).data?.state;
	const step = stepOf(order.state, kit);
	const help: Partial<Record<(typeof steps)[number], string>> = {
		...(order.waiting && { looking: t("waiting") }),
		...(step === 2 && { supplies: t(kit === "ready" ? "packed" : "packing") }),
	};
	return (
		<LiveGlow watch={step} className="-m-3 p-3">
			<ProgressSteps
				label={t("label", { number: order.number })}
				current={step}
				steps={steps.map((key) => ({ key, label: t(key), ...(help[key] && { help: help[key] }) }))}
			/>
			<Next order={order} kit={kit} />
		</LiveGlow>
	);
}

function Next({ order, kit }: Props & { kit: Parameters<typeof stepOf>[1] }) {
	const t = useTranslations("orders.progress.next");
	const format = useFormat();
	const now = useBusinessNow();
	const next = whatNext(order, kit, now);
	if (!next) return null;
	const today = format.date(now) === format.date(next.by);
	const by = today ? format.time(next.by) : format.dateTime(next.by);
	return (
		<p className="mt-5 border-line border-t pt-4 text-muted text-sm">
			{t(next.key, { by, name: order.worker?.name ?? "" })}
		</p>
	);
}
