"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Card, CardHeader } from "@/app/_ui/card";
import { Photo } from "@/app/_ui/photo";
import { useTRPC } from "@/app/_ui/query/trpc";
import type { Order } from "../../_components/types";

/** What the worker has photographed, once there is something. */
export function OrderPhotos({ order: { orderId, state } }: { order: Order }) {
	const t = useTranslations("orders.order");
	const trpc = useTRPC();
	const begun = state !== "placed" && state !== "assigned";
	const { data: job } = useQuery(trpc.execution.clientJob.queryOptions({ orderId }, { enabled: begun, retry: false }));
	const photos = [
		{ key: "startPhoto", fileId: job?.start?.photoId },
		{ key: "reportPhoto", fileId: job?.end?.reportPhotoId },
	] as const;
	if (photos.every(({ fileId }) => !fileId)) return null;
	return (
		<Card aria-label={t("photos")}>
			<CardHeader title={t("photos")} />
			<ul className="grid grid-cols-2 gap-4">
				{photos.map(
					({ key, fileId }) =>
						fileId && (
							<li key={key}>
								<a
									href={`/api/files/${fileId}`}
									aria-label={t("openPhoto", { what: t(key) })}
									className="block rounded-md"
								>
									<Photo src={`/api/files/${fileId}`} alt="" className="aspect-4/3 w-full rounded-md bg-sunken" />
									<span className="mt-2 block text-muted text-sm">{t(key)}</span>
								</a>
							</li>
						),
				)}
			</ul>
		</Card>
	);
}
