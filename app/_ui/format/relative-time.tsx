"use client";

import { formatCountdown } from "@/server/kernel/format";
import { useBusinessNow, useFormat } from "./format-provider";

/** `in 2 hours`, kept up to date; the exact time on hover and for readers. */
export function RelativeTime({ at, className }: { at: Date; className?: string }) {
	const format = useFormat();
	const now = useBusinessNow();
	return (
		<time dateTime={at.toISOString()} title={format.dateTime(at)} className={className}>
			{format.relative(at, now)}
		</time>
	);
}

/** What is left until a moment, second by second: `9:59`. */
export function Countdown({ until, className }: { until: Date; className?: string }) {
	const now = useBusinessNow(1_000);
	return (
		<time dateTime={until.toISOString()} role="timer" className={className}>
			{formatCountdown(until.getTime() - now.getTime())}
		</time>
	);
}
