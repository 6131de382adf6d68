"use client";

import { useTranslations } from "next-intl";

/** How far time has come on its way. */
export function Journey({ from, to, now }: { from: Date; to: Date; now: Date }) {
	const t = useTranslations("demo.bar");
	const whole = Math.max(1, to.getTime() - from.getTime());
	const percent = Math.min(100, Math.max(0, Math.round(((now.getTime() - from.getTime()) / whole) * 100)));
	return (
		<div
			role="progressbar"
			aria-label={t("progress")}
			aria-valuemin={0}
			aria-valuemax={100}
			aria-valuenow={percent}
			className="h-1 overflow-hidden bg-line"
		>
			<div
				className="h-full origin-left bg-accent transition-transform duration-500 ease-out motion-reduce:transition-none"
				style={{ transform: `scaleX(${percent / 100})` }}
			/>
		</div>
	);
}
