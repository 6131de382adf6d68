"use client";

import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { PageHeader } from "@/app/_ui/page-header";
import { useTRPC } from "@/app/_ui/query/trpc";
import { toast } from "@/app/_ui/toasts";
import { breeds, coats } from "@/server/contexts/hiring/contracts";
import type { WorkerId } from "@/server/kernel/ids";
import { OutdatedNotice } from "../../_components/outdated-notice";
import { useShown } from "../../_components/use-shown";
import { ActiveButton } from "./active-button";
import { WorkerForm } from "./worker-form";
import { WorkerState } from "./worker-state";

export function EditWorker({ workerId }: { workerId: WorkerId }) {
	const t = useTranslations("workers");
	const trpc = useTRPC();
	const queries = useQueryClient();
	const options = trpc.hiring.getWorker.queryOptions({ workerId });
	const { data: worker } = useSuspenseQuery(options);
	const { shown, show, isOutdated } = useShown(worker);
	const edit = useMutation(trpc.hiring.editWorker.mutationOptions());
	const newest = async () => show(await queries.fetchQuery({ ...options, staleTime: 0 }));
	const { photoId, version, active: _active, addedAt: _addedAt, ...details } = shown;
	const breed = breeds.find((known) => known === details.breed);
	const coat = coats.find((known) => known === details.coat);
	return (
		<>
			<PageHeader
				title={t("view.edit")}
				status={<WorkerState active={worker.active} />}
				help={`${worker.name}, ${worker.email}`}
				back={{ href: `/admin/workers/${workerId}`, label: worker.name }}
				actions={<ActiveButton workerId={workerId} name={worker.name} active={worker.active} onDone={newest} />}
			/>
			<WorkerForm
				key={version}
				label={worker.name}
				defaults={{ ...details, breed, coat }}
				photoId={photoId}
				seed={workerId}
				submitLabel={t("edit.submit")}
				notice={isOutdated && <OutdatedNotice onReload={() => void newest()} />}
				onSave={async (profile) => {
					await edit.mutateAsync({ workerId, version, ...profile });
					toast.done(t("edit.done", { name: profile.name }));
					await newest();
				}}
			/>
		</>
	);
}
