"use client";

import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { Availability } from "@/app/_ui/availability/availability";
import { Button } from "@/app/_ui/button";
import { Link } from "@/app/_ui/link";
import { PageHeader } from "@/app/_ui/page-header";
import { useTRPC } from "@/app/_ui/query/trpc";
import type { WorkerId } from "@/server/kernel/ids";
import { ActiveButton } from "../../_components/active-button";
import { WorkerState } from "../../_components/worker-state";
import { WorkerMoney } from "./worker-money";
import { WorkerProfile } from "./worker-profile";
import { WorkerResults } from "./worker-results";
import { WorkerWeek } from "./worker-week";
import { WorkerWords } from "./worker-words";

/** A worker: who it is, when it works, and how the jobs ended. */
export function WorkerView({ workerId }: { workerId: WorkerId }) {
	const t = useTranslations("workers");
	const queries = useQueryClient();
	const options = useTRPC().hiring.getWorker.queryOptions({ workerId });
	const { data: worker } = useSuspenseQuery(options);
	const ask = () => queries.invalidateQueries({ queryKey: options.queryKey });
	return (
		<>
			<PageHeader
				title={worker.name}
				status={<WorkerState active={worker.active} />}
				back={{ href: "/admin/workers", label: t("list.title") }}
				actions={
					<>
						<ActiveButton workerId={workerId} name={worker.name} active={worker.active} onDone={ask} />
						<Button asChild>
							<Link look="plain" href={`/admin/workers/${workerId}/edit`}>
								<Pencil aria-hidden />
								{t("view.edit")}
							</Link>
						</Button>
					</>
				}
			/>
			<div className="grid grid-cols-1 items-start gap-6 xl:grid-cols-[20rem_minmax(0,1fr)]">
				<div className="space-y-6">
					<WorkerProfile worker={worker} />
					<Availability workerId={workerId} />
				</div>
				<div className="space-y-6">
					<WorkerWeek workerId={workerId} />
					<WorkerMoney workerId={workerId} name={worker.name} />
					<WorkerResults workerId={workerId} />
					<WorkerWords workerId={workerId} />
				</div>
			</div>
		</>
	);
}
