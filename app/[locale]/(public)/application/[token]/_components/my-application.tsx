"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { ConfirmDialog } from "@/app/_ui/confirm-dialog";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Notice } from "@/app/_ui/notice";
import { useTRPC } from "@/app/_ui/query/trpc";
import { useRefusalText } from "@/app/_ui/query/use-refusal-text";
import { saveFile } from "@/app/_ui/save-file";
import { toast } from "@/app/_ui/toasts";
import { canGo } from "@/server/contexts/hiring/contracts/applications";
import type { AppRouter } from "@/server/trpc/root";

type Mine = inferRouterOutputs<AppRouter>["hiring"]["myApplication"];

/** How far it is, and what a candidate may do about it and about the data. */
export function MyApplication({ token, first }: { token: string; first: Mine }) {
	const t = useTranslations("apply.mine");
	const locale = useLocale();
	const format = useFormat();
	const trpc = useTRPC();
	const queries = useQueryClient();
	const refusalText = useRefusalText();
	const { data } = useQuery({ ...trpc.hiring.myApplication.queryOptions({ token }), initialData: first });
	const [erasing, setErasing] = useState(false);
	const again = () => queries.invalidateQueries({ queryKey: trpc.hiring.pathKey() });
	const failed = (error: unknown) => void toast.failed(refusalText(error));
	const withdraw = useMutation(trpc.hiring.withdrawMine.mutationOptions({ onError: failed, onSettled: again }));
	const erase = useMutation(trpc.hiring.eraseMine.mutationOptions());
	const download = async () => {
		try {
			const mine = await queries.fetchQuery({ ...trpc.hiring.myData.queryOptions({ token }), staleTime: 0 });
			saveFile(JSON.stringify(mine, null, "\t"), "application.json");
		} catch (error) {
			failed(error);
		}
	};
	if (data.isErased) {
		return (
			<Notice tone="info" title={t("erased")}>
				{t("erasedHelp")}
			</Notice>
		);
	}
	return (
		<div className="space-y-8">
			<div>
				<p className="text-muted">
					{t("about", { vacancy: data.vacancyName[locale], date: format.date(data.submittedAt) })}
				</p>
				<p role="status" className="mt-2 text-lg">
					{t(`states.${data.state}`)}
				</p>
			</div>
			<div className="flex flex-wrap gap-3 border-line border-t pt-6">
				{canGo(data.state, "withdrawn") && (
					<Button onClick={() => withdraw.mutate({ token })} pending={withdraw.isPending} title={t("withdrawHelp")}>
						{t("withdraw")}
					</Button>
				)}
				<Button onClick={() => void download()}>{t("export")}</Button>
				{data.state === "accepted" ? (
					<p className="text-muted">{t("isWorker")}</p>
				) : (
					<Button look="danger" onClick={() => setErasing(true)}>
						{t("erase")}
					</Button>
				)}
			</div>
			<ConfirmDialog
				open={erasing}
				onOpenChange={setErasing}
				title={t("eraseTitle")}
				confirmLabel={t("eraseConfirm")}
				danger
				onConfirm={async () => {
					await erase.mutateAsync({ token });
					await again();
				}}
			>
				{t("eraseHelp")}
			</ConfirmDialog>
		</div>
	);
}
