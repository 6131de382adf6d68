"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRouter } from "@/app/_i18n/navigation";
import { Button } from "@/app/_ui/button";
import { Field } from "@/app/_ui/field";
import { makeSending } from "@/app/_ui/form/sending";
import { Notice } from "@/app/_ui/notice";
import { useTRPC } from "@/app/_ui/query/trpc";
import { useRefusalText } from "@/app/_ui/query/use-refusal-text";
import { TextInput } from "@/app/_ui/text-input";
import { toast } from "@/app/_ui/toasts";
import type { ChainSteps, Pipeline } from "./chain";

type Props = {
	pipeline: Pipeline;
	steps: ChainSteps;
	isChanged: boolean;
	canRun: boolean;
	onReset: () => void;
};

/** Keeps the chain: over a draft that never ran, else as a new one. */
export function SaveBar({ pipeline, steps, isChanged, canRun, onReset }: Props) {
	const t = useTranslations("matching.save");
	const refusalText = useRefusalText();
	const router = useRouter();
	const queries = useQueryClient();
	const trpc = useTRPC();
	const over = pipeline.mayBeWrittenOver;
	const [note, setNote] = useState(over ? pipeline.note : "");
	const [sending] = useState(makeSending);
	const save = useMutation(trpc.matching.savePipeline.mutationOptions());
	const isDirty = isChanged || (over && note !== pipeline.note);
	const send = () =>
		sending.alone(async () => {
			const saved = await save.mutateAsync({
				...{ idempotencyKey: sending.key(), note, steps },
				...(over ? { version: pipeline.version, revision: pipeline.revision } : { version: null, revision: 0 }),
			});
			sending.succeeded();
			await queries.invalidateQueries(trpc.matching.pathFilter());
			toast.done(t(over ? "done" : "doneNew", { version: saved.version }));
			if (!over) router.push(`/admin/matching/${saved.version}${window.location.search}`);
		});
	const missing = !isDirty ? t("unchanged") : canRun ? null : t("cannotRun");
	return (
		<div className="mt-6 space-y-4 border-line border-t pt-4">
			{save.isError && (
				<Notice tone="bad" live>
					{refusalText(save.error)}
				</Notice>
			)}
			<Field label={t("note")} help={t("noteHelp")} optional>
				{(control) => (
					<TextInput {...control} maxLength={200} value={note} onChange={({ target }) => setNote(target.value)} />
				)}
			</Field>
			<div className="flex flex-wrap items-start gap-3">
				<Button
					look="primary"
					pending={save.isPending}
					disabledReason={missing}
					onClick={() => void send().catch(() => undefined)}
				>
					{t(over ? "save" : "saveNew")}
				</Button>
				{isChanged && (
					<Button look="quiet" onClick={onReset}>
						<RotateCcw aria-hidden />
						{t("reset")}
					</Button>
				)}
			</div>
		</div>
	);
}
