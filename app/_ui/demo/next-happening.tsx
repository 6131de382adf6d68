"use client";

import type { inferOutput } from "@trpc/tanstack-react-query";
import { useTranslations } from "next-intl";
import { RelativeTime } from "../format/relative-time";
import type { useTRPC } from "../query/trpc";

type Next = inferOutput<ReturnType<typeof useTRPC>["demo"]["clock"]>["next"];

/** What will happen by itself, and when: `Next: the last moment for order 1042's worker to come, in 40 minutes`. */
export function NextHappening({ next }: { next: Next }) {
	const t = useTranslations("demo.bar");
	return t.rich("next", {
		what: () => <What next={next} />,
		when: () => <RelativeTime at={next.at} />,
	});
}

function What({ next: { kind, functionId, orderNumber } }: { next: Next }) {
	const t = useTranslations("demo");
	if (kind !== "other" && orderNumber !== null) return t(`bar.happening.${kind}`, { number: String(orderNumber) });
	const timer = `timers.${functionId}` as Parameters<typeof t.has>[0];
	return t.has(timer) ? t(timer) : t("timers.other");
}
