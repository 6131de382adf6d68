"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { Card, CardHeader } from "@/app/_ui/card";
import { ErrorState } from "@/app/_ui/error-state";
import { useTRPC } from "@/app/_ui/query/trpc";
import { saveFile } from "@/app/_ui/save-file";
import { toast } from "@/app/_ui/toasts";
import { collectOwnData } from "./collect-own-data";

/** Everything the house keeps about the signed-in client, as a file. */
export function OwnData() {
	const t = useTranslations("profile");
	const trpc = useTRPC();
	const queries = useQueryClient();
	const download = useMutation({
		mutationFn: () => collectOwnData(trpc, queries),
		onSuccess: (text) => {
			saveFile(text, "make-cats-free.json");
			toast.done(t("downloaded"));
		},
	});
	return (
		<Card aria-label={t("data")}>
			<CardHeader title={t("data")} help={t("dataHelp")} />
			{download.isError && <ErrorState error={download.error} className="mb-4" />}
			<Button pending={download.isPending} onClick={() => download.mutate()}>
				<Download aria-hidden />
				{t("download")}
			</Button>
			<p role="status" className="sr-only">
				{download.isPending && t("downloading")}
			</p>
		</Card>
	);
}
