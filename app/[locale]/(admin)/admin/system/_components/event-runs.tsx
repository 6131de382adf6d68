"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Link } from "@/app/_ui/link";
import { useTRPC } from "@/app/_ui/query/trpc";
import { runsList } from "@/server/engine/contracts";
import { ElsewhereNotice } from "./elsewhere-notice";
import { RunStatePill } from "./run-state";
import { ASK_AGAIN_MS, useInstallation } from "./use-installation";

/** The runs that an event has started. */
export function EventRuns({ eventId }: { eventId: string }) {
	const t = useTranslations("system.event");
	const trpc = useTRPC();
	const asked = runsList.input.parse({ search: eventId });
	const runs = useQuery({ ...trpc.engine.listRuns.queryOptions(asked), refetchInterval: ASK_AGAIN_MS });
	const installation = useInstallation();
	if (installation.data?.engine.dashboard) return <ElsewhereNotice engine={installation.data.engine} />;
	if (runs.data?.rows.length === 0) return <p className="text-muted">{t("noRuns")}</p>;
	return (
		<ul className="divide-y divide-line">
			{runs.data?.rows.map((run) => (
				<li key={run.id} className="flex flex-wrap items-center justify-between gap-2 py-2">
					<Link href={`/admin/system/runs/${run.id}`} className="wrap-anywhere">
						{run.functionId}
					</Link>
					<RunStatePill state={run.status} trouble={run.trouble !== null} />
				</li>
			))}
		</ul>
	);
}
