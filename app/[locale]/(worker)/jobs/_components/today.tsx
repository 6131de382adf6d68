"use client";

import { useBusinessNow, useFormat } from "@/app/_ui/format/format-provider";

/** The day that it is in the business. */
export function Today() {
	const format = useFormat();
	const now = useBusinessNow();
	return <span className="inline-block first-letter:uppercase">{format.weekday(now)}</span>;
}
