"use client";

import { useTranslations } from "next-intl";
import { StatusPill } from "@/app/_ui/badge";
import { Link } from "@/app/_ui/link";
import { useAttention } from "../use-attention";

const tones = { well: "good", behind: "warn", failing: "bad" } as const;

/** How background work goes, in one word. */
export function EngineWord() {
	const t = useTranslations("overview.engine");
	const { engine } = useAttention().queries;
	if (!engine.data) return null;
	const { word } = engine.data;
	return (
		<Link look="plain" href="/admin/system" title={t(`${word}.help`)}>
			<StatusPill tone={tones[word]}>{t(`${word}.word`)}</StatusPill>
		</Link>
	);
}
