"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { getPathname } from "@/app/_i18n/navigation";
import { Button } from "@/app/_ui/button";
import { Card, CardHeader } from "@/app/_ui/card";
import { ConfirmDialog } from "@/app/_ui/confirm-dialog";
import { ErrorState } from "@/app/_ui/error-state";
import { useFormat } from "@/app/_ui/format/format-provider";
import { later } from "@/app/_ui/later";
import { Notice } from "@/app/_ui/notice";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonRows } from "@/app/_ui/skeleton";
import { toast } from "@/app/_ui/toasts";
import type { ApplicationId } from "@/server/kernel/ids";
import { AttemptsTable } from "./attempts-table";
import type { CandidateTests } from "./candidate-tests";

const AssignDialog = later(() => import("./assign-dialog"));

type Assessment = NonNullable<CandidateTests["assessment"]>;

/** What the candidate was asked to take, how far that is, and what can be done about it. */
export function TestsCard({ applicationId }: { applicationId: ApplicationId }) {
	const t = useTranslations("tests.card");
	const { data, isPending, isError, error, refetch } = useQuery(
		useTRPC().hiring.candidateTests.queryOptions({ applicationId }),
	);
	const [assigning, setAssigning] = useState(false);
	return (
		<Card>
			<CardHeader
				title={t("title")}
				actions={
					data?.open && <Button onClick={() => setAssigning(true)}>{t(data.assessment ? "change" : "assign")}</Button>
				}
			/>
			{isPending && <SkeletonRows rows={3} />}
			{isError && <ErrorState error={error} retry={() => void refetch()} />}
			{data && !data.assessment && <p className="text-muted">{t(data.open ? "none" : "closed")}</p>}
			{data?.assessment && <Assigned assessment={data.assessment} open={data.open} />}
			{data && assigning && (
				<AssignDialog applicationId={applicationId} tests={data} onClose={() => setAssigning(false)} />
			)}
		</Card>
	);
}

function Assigned({ assessment, open }: { assessment: Assessment; open: boolean }) {
	const t = useTranslations("tests.card");
	const format = useFormat();
	const { dueAt, extraPercent, submittedAt, revoked } = assessment;
	return (
		<div className="space-y-4">
			<p className="text-muted text-sm">
				{submittedAt ? t("submitted", { at: format.dateTime(submittedAt) }) : t("due", { at: format.dateTime(dueAt) })}
				{extraPercent > 0 && ` ${t("extra", { percent: extraPercent })}`}
			</p>
			{revoked && <Notice tone="warn">{t("revoked")}</Notice>}
			<AttemptsTable attempts={assessment.attempts} />
			{open && <LinkActions assessment={assessment} />}
		</div>
	);
}

function LinkActions({ assessment }: { assessment: Assessment }) {
	const t = useTranslations("tests.card");
	const locale = useLocale();
	const trpc = useTRPC();
	const { assessmentId, token, revoked } = assessment;
	const [asking, setAsking] = useState<"replace" | "revoke" | null>(null);
	const replace = useMutation(trpc.hiring.replaceLink.mutationOptions());
	const revoke = useMutation(trpc.hiring.revokeLink.mutationOptions());
	const copy = async () => {
		const address = getPathname({ locale, href: `/assessment/${token}` });
		await navigator.clipboard.writeText(new URL(address, window.location.origin).href);
		toast.done(t("copied"));
	};
	return (
		<div className="flex flex-wrap gap-2">
			{!revoked && (
				<Button look="quiet" onClick={() => void copy()}>
					{t("copy")}
				</Button>
			)}
			<Button look="quiet" onClick={() => setAsking("replace")}>
				{t("replace")}
			</Button>
			{!revoked && (
				<Button look="quiet" onClick={() => setAsking("revoke")}>
					{t("revoke")}
				</Button>
			)}
			<ConfirmDialog
				open={asking !== null}
				onOpenChange={() => setAsking(null)}
				title={t(asking === "revoke" ? "askRevoke" : "askReplace")}
				confirmLabel={t(asking === "revoke" ? "revoke" : "replace")}
				danger={asking === "revoke"}
				onConfirm={async () => {
					await (asking === "revoke" ? revoke : replace).mutateAsync({ assessmentId });
					toast.done(t(asking === "revoke" ? "isRevoked" : "isReplaced"));
					setAsking(null);
				}}
			>
				{t(asking === "revoke" ? "revokeHelp" : "replaceHelp")}
			</ConfirmDialog>
		</div>
	);
}
