"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Card, CardHeader } from "@/app/_ui/card";
import { DescriptionList } from "@/app/_ui/description-list";
import { ErrorState } from "@/app/_ui/error-state";
import { useFormat } from "@/app/_ui/format/format-provider";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonRows } from "@/app/_ui/skeleton";
import { EngineWord } from "../../_components/overview/engine-word";
import { ElsewhereNotice } from "./elsewhere-notice";
import { HealthTiles } from "./health-tiles";
import { InstancesTable } from "./instances-table";
import { ASK_AGAIN_MS, useInstallation } from "./use-installation";

const MEGABYTE = 1_000_000;

/** How the installation is, at a glance. */
export function HealthView() {
	const t = useTranslations("system.health");
	const format = useFormat();
	const trpc = useTRPC();
	const installation = useInstallation();
	const mails = useQuery({ ...trpc.notifications.deliveryFigures.queryOptions(), refetchInterval: ASK_AGAIN_MS });
	const failed = [installation, mails].find(({ isError }) => isError);
	if (failed) return <ErrorState error={failed.error} retry={() => void failed.refetch()} />;
	if (!installation.data || !mails.data) return <SkeletonRows />;
	const { database, engine, instances, timers } = installation.data;
	return (
		<div className="space-y-6">
			<p className="flex flex-wrap items-center gap-x-3 gap-y-1">
				<EngineWord />
				<span className="text-muted">{t(`work.${engine.work}`)}</span>
			</p>
			<ElsewhereNotice engine={engine} />
			<HealthTiles installation={installation.data} mails={mails.data} />
			<div className="grid items-start gap-6 xl:grid-cols-[2fr_1fr]">
				<Card>
					<CardHeader title={t("instances.title")} help={t("instances.help")} />
					<InstancesTable instances={instances} />
				</Card>
				<Card>
					<CardHeader title={t("more.title")} />
					<DescriptionList
						bill
						items={[
							{ term: t("more.timers"), description: format.count(timers.waiting) },
							{ term: t("more.nextTimer"), description: timers.next ? format.dateTime(timers.next) : "–" },
							{ term: t("more.database"), description: `PostgreSQL ${database.version.split(" ")[0]}` },
							{
								term: t("more.size"),
								description: t("more.megabytes", { count: Math.ceil(database.bytes / MEGABYTE) }),
							},
							{
								term: t("more.connections"),
								description: t("more.ofMost", { count: database.connections, most: database.mostConnections }),
							},
						]}
					/>
				</Card>
			</div>
		</div>
	);
}
