"use client";

import { useLocale, useTranslations } from "next-intl";
import { Avatar } from "@/app/_ui/avatar";
import { Badge } from "@/app/_ui/badge";
import { Card, CardHeader } from "@/app/_ui/card";
import { LiveGlow } from "@/app/_ui/live/live-glow";
import { photoOf } from "../../_components/files";
import type { Order } from "../../_components/types";

/** Who comes: face, name and what the worker is good at, in words. */
export function WorkerCard({ order }: { order: Order }) {
	const t = useTranslations("orders.order");
	const locale = useLocale();
	const { worker } = order;
	if (!worker) {
		if (order.ended) return null;
		return (
			<Card aria-label={t("worker")}>
				<CardHeader title={t("worker")} className="mb-1" />
				<p className="text-muted">{t("noWorker")}</p>
			</Card>
		);
	}
	return (
		<Card aria-label={t("worker")}>
			<LiveGlow watch={worker.workerId} className="-m-3 flex items-center gap-4 p-3 sm:gap-6">
				<Avatar
					size="huge"
					cat={{ breed: worker.breed, coat: worker.coat, seed: worker.workerId }}
					photo={photoOf(worker.photoId)}
				/>
				<div className="min-w-0">
					<p className="text-muted text-sm">{t("worker")}</p>
					<h2 className="wrap-anywhere font-semibold text-lg">{worker.name}</h2>
					{worker.strengths.length > 0 && (
						<ul aria-label={t("strengths")} className="mt-2 flex flex-wrap gap-2">
							{worker.strengths.map((strength) => (
								<li key={strength.en} className="max-w-full">
									<Badge>{strength[locale]}</Badge>
								</li>
							))}
						</ul>
					)}
				</div>
			</LiveGlow>
		</Card>
	);
}
