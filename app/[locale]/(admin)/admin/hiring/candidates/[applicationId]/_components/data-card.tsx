"use client";

import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Card, CardHeader } from "@/app/_ui/card";
import { later } from "@/app/_ui/later";
import { useTRPC } from "@/app/_ui/query/trpc";
import { useRefusalText } from "@/app/_ui/query/use-refusal-text";
import { saveFile } from "@/app/_ui/save-file";
import { toast } from "@/app/_ui/toasts";
import type { Candidate } from "../../_components/candidate";

const EraseDialog = later(() => import("./erase-dialog"));

/** What a person may ask of the house about its data. */
export function DataCard({ candidate }: { candidate: Candidate }) {
	const t = useTranslations("candidates.data");
	const refusalText = useRefusalText();
	const [erasing, setErasing] = useState(false);
	const { applicationId, state } = candidate;
	const take = useMutation(
		useTRPC().hiring.exportApplication.mutationOptions({
			onSuccess: (told) => saveFile(JSON.stringify(told, null, "\t"), `application-${applicationId}.json`),
			onError: (error) => toast.failed(refusalText(error)),
		}),
	);
	return (
		<Card className="max-xl:order-last">
			<CardHeader title={t("title")} help={t("help")} />
			<div className="flex flex-wrap items-start gap-2">
				<Button pending={take.isPending} onClick={() => take.mutate({ applicationId })}>
					<Download aria-hidden />
					{t("export")}
				</Button>
				<Button disabledReason={state === "accepted" && t("worker")} onClick={() => setErasing(true)}>
					{t("erase")}
				</Button>
			</div>
			{erasing && <EraseDialog candidate={candidate} onClose={() => setErasing(false)} />}
		</Card>
	);
}
