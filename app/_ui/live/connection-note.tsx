"use client";

import { WifiOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useConnection } from "./live-provider";

/** A blink of the network is not worth a word. */
const PATIENCE_MS = 2_000;

/** Says that the screen may be out of date, as long as it may be. */
export function ConnectionNote() {
	const t = useTranslations("common.state");
	const lost = useConnection() === "lost";
	const [shown, setShown] = useState(false);
	useEffect(() => {
		if (!lost) {
			setShown(false);
			return;
		}
		const timer = setTimeout(() => setShown(true), PATIENCE_MS);
		return () => clearTimeout(timer);
	}, [lost]);
	// What changes by itself turns grey as long as it may be out of date; what is being filled in stays as it is.
	useEffect(() => {
		if (!shown) return;
		document.documentElement.dataset.connection = "lost";
		return () => {
			delete document.documentElement.dataset.connection;
		};
	}, [shown]);
	return (
		<div role="status" className="sticky top-0 z-30">
			{shown && (
				<p className="flex animate-fade items-center justify-center gap-2 bg-warn-tint px-4 py-1.5 font-medium text-sm text-warn">
					<WifiOff aria-hidden className="size-4 shrink-0" />
					{t("offline")}
				</p>
			)}
		</div>
	);
}
