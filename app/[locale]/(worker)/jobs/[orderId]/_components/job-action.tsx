"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useBusinessNow, useFormat } from "@/app/_ui/format/format-provider";
import { useTRPC } from "@/app/_ui/query/trpc";
import { ActionBar } from "@/app/_ui/shell/action-bar";
import { toast } from "@/app/_ui/toasts";
import type { FileId } from "@/server/kernel/ids";
import type { Job } from "../../_components/jobs";
import { PhotoAction } from "./photo-action";

/** The one thing to do with the job now, at the thumb: begin it, or finish it. Both with a photo. */
export function JobAction({ job }: { job: Job }) {
	return <ActionBar>{job.state === "started" ? <Finish job={job} /> : <Start job={job} />}</ActionBar>;
}

function Start({ job }: { job: Job }) {
	const t = useTranslations("jobs.start");
	const start = useMutation(useTRPC().execution.start.mutationOptions());
	const done = useDone();
	return (
		<PhotoAction
			label={t("label")}
			disabledReason={useWhyNotYet(job)}
			title={t("title")}
			help={t("help")}
			confirmLabel={t("confirm")}
			onConfirm={async (photoId: FileId, idempotencyKey) => {
				await start.mutateAsync({ orderId: job.orderId, photoId, idempotencyKey });
				await done(t("done"));
			}}
		/>
	);
}

function Finish({ job }: { job: Job }) {
	const t = useTranslations("jobs.finish");
	const finish = useMutation(useTRPC().execution.finish.mutationOptions());
	const done = useDone();
	return (
		<PhotoAction
			label={t("label")}
			title={t("title")}
			help={t("help")}
			confirmLabel={t("confirm")}
			onConfirm={async (reportPhotoId: FileId, idempotencyKey) => {
				await finish.mutateAsync({ orderId: job.orderId, reportPhotoId, idempotencyKey });
				await done(t("done"));
			}}
		/>
	);
}

/** Says what is missing, for a button that can't be pressed yet. */
function useWhyNotYet(job: Job): string | undefined {
	const t = useTranslations("jobs.start");
	const format = useFormat();
	const now = useBusinessNow(5_000);
	if (now < job.checkInFrom) {
		const sameDay = format.date(now) === format.date(job.checkInFrom);
		return t("from", { at: sameDay ? format.time(job.checkInFrom) : format.dateTime(job.checkInFrom) });
	}
	return job.kitIssued || job.withoutKit ? undefined : t("kitFirst");
}

/** Shows the new state before the word about it. */
function useDone() {
	const trpc = useTRPC();
	const queryClient = useQueryClient();
	return async (word: string) => {
		await queryClient.invalidateQueries(trpc.execution.pathFilter());
		window.scrollTo({ top: 0 });
		toast.done(word);
	};
}
