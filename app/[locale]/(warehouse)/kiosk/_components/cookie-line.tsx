"use client";

import { Clock, Cookie, TriangleAlert, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useBusinessNow } from "@/app/_ui/format/format-provider";
import { Countdown } from "@/app/_ui/format/relative-time";
import { cookieNews, type Kit } from "./board";

const looks = {
	ordering: { icon: Clock, tone: "text-muted" },
	comes: { icon: Clock, tone: "text-info" },
	late: { icon: TriangleAlert, tone: "text-warn" },
	here: { icon: Cookie, tone: "text-good" },
	none: { icon: X, tone: "text-muted" },
} as const;

/** How it stands with a kit's cookie, with a countdown while it bakes. */
export function CookieLine({ kit }: { kit: Kit }) {
	const t = useTranslations("kiosk.cookie");
	const news = cookieNews(kit, useBusinessNow(1_000));
	if (!news) return null;
	const { icon: Icon, tone } = looks[news];
	return (
		<span className={`flex min-w-0 items-center gap-1.5 font-medium ${tone}`}>
			<Icon aria-hidden className="size-5 shrink-0" />
			<span className="truncate">
				{news === "comes"
					? t.rich("comes", {
							left: () => <Countdown until={kit.cookie?.expectedAt ?? kit.startsAt} className="figures" />,
						})
					: t(news)}
			</span>
		</span>
	);
}
