"use client";

import { Volume2, VolumeX, WifiOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useBusinessNow, useFormat } from "@/app/_ui/format/format-provider";
import { SignedInMenu } from "@/app/_ui/shell/signed-in-menu";

type KioskBarProps = { lost: boolean; audible: boolean };

/** On top of the wall: where this is, what time it is, and whether what is shown can be trusted. */
export function KioskBar({ lost, audible }: KioskBarProps) {
	const t = useTranslations("kiosk");
	const format = useFormat();
	const now = useBusinessNow(1_000);
	return (
		<header className="flex min-h-13 shrink-0 flex-wrap items-center gap-x-6 gap-y-1 border-line border-b bg-surface px-3">
			<h1 className="font-semibold text-lg">{t("title")}</h1>
			<time dateTime={now.toISOString()} className="font-semibold text-2xl leading-none">
				{format.time(now)}
			</time>
			{lost ? <Lost /> : <Sound audible={audible} />}
			<div className="ml-auto min-w-0 [--place-control:3rem] max-lg:max-w-1/2">
				<SignedInMenu />
			</div>
		</header>
	);
}

function Lost() {
	const t = useTranslations("kiosk.lost");
	const format = useFormat();
	const [since] = useState(useBusinessNow());
	return (
		<p
			role="alert"
			className="order-last flex min-h-11 w-full min-w-0 items-center gap-3 rounded-md bg-bad-solid px-4 py-1 text-on-bad lg:order-none lg:w-auto lg:flex-1"
		>
			<WifiOff aria-hidden className="size-7 shrink-0" />
			<span className="shrink-0 font-semibold text-lg">{t("title")}</span>
			<span className="min-w-0">{t("help", { time: format.time(since) })}</span>
		</p>
	);
}

function Sound({ audible }: { audible: boolean }) {
	const t = useTranslations("kiosk.sound");
	if (audible) return <Volume2 role="img" aria-label={t("on")} className="size-6 text-muted" />;
	return (
		<p className="flex items-center gap-2 text-warn">
			<VolumeX aria-hidden className="size-6 shrink-0" />
			<span className="text-base">{t("touch")}</span>
		</p>
	);
}
