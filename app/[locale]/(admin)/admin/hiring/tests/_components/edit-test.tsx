"use client";

import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { StatusPill } from "@/app/_ui/badge";
import { Button } from "@/app/_ui/button";
import { useFormat } from "@/app/_ui/format/format-provider";
import { PageHeader } from "@/app/_ui/page-header";
import { useTRPC } from "@/app/_ui/query/trpc";
import { useRefusalText } from "@/app/_ui/query/use-refusal-text";
import { toast } from "@/app/_ui/toasts";
import type { TestId } from "@/server/kernel/ids";
import { newId } from "@/server/kernel/new-id";
import { OutdatedNotice } from "../../../_components/outdated-notice";
import { TestEditor } from "./test-editor";
import { TestPreview } from "./test-preview";

/** A test of the library: its draft, how it looks to candidates, and what was published. */
export function EditTest({ testId }: { testId: TestId }) {
	const t = useTranslations("library");
	const locale = useLocale();
	const format = useFormat();
	const trpc = useTRPC();
	const queries = useQueryClient();
	const refusalText = useRefusalText();
	const options = trpc.hiring.test.queryOptions({ testId });
	const { data: test } = useSuspenseQuery(options);
	const [shown, setShown] = useState(test);
	const [preview, setPreview] = useState(false);
	const save = useMutation(trpc.hiring.saveTest.mutationOptions());
	const publish = useMutation(trpc.hiring.publishTest.mutationOptions());
	const setActive = useMutation(trpc.hiring.setTestActive.mutationOptions());
	const newest = async () => setShown(await queries.fetchQuery({ ...options, staleTime: 0 }));
	const doing = async (deed: () => Promise<unknown>, done: string) => {
		try {
			await deed();
			await newest();
			toast.done(done);
		} catch (error) {
			toast.failed(refusalText(error));
		}
	};
	const { active, version, unpublished, versions } = test;
	return (
		<>
			<PageHeader
				title={test.draft.title[locale]}
				back={{ href: "/admin/hiring/tests", label: t("title") }}
				status={
					<StatusPill tone={!active ? "neutral" : unpublished ? "warn" : "good"}>
						{!active ? t("retired") : version === null ? t("draft") : t("version", { version })}
					</StatusPill>
				}
				actions={
					<>
						<Button onClick={() => setPreview(!preview)}>{t(preview ? "edit" : "preview")}</Button>
						<Button
							onClick={() =>
								void doing(
									() => setActive.mutateAsync({ testId, active: !active }),
									t(active ? "isRetired" : "isOffered"),
								)
							}
						>
							{t(active ? "retire" : "offer")}
						</Button>
						{unpublished && (
							<Button
								look="primary"
								pending={publish.isPending}
								onClick={() =>
									void doing(() => publish.mutateAsync({ testId, revision: shown.revision }), t("isPublished"))
								}
							>
								{t("publish")}
							</Button>
						)}
					</>
				}
			/>
			{preview ? (
				<TestPreview testId={testId} />
			) : (
				<TestEditor
					key={shown.revision}
					defaults={shown.draft}
					submitLabel={t("save")}
					notice={test.revision > shown.revision && <OutdatedNotice onReload={() => void newest()} />}
					onSave={async (content) => {
						await save.mutateAsync({ idempotencyKey: newId<string>(), testId, revision: shown.revision, content });
						await newest();
						toast.done(t("isSaved"));
					}}
				/>
			)}
			{versions.length > 0 && (
				<section className="mt-8 space-y-2">
					<h2 className="font-semibold text-base">{t("versions")}</h2>
					<ul className="space-y-1 text-muted text-sm">
						{versions.map((one) => (
							<li key={one.version}>
								{t("publishedBy", {
									version: one.version,
									at: one.publishedAt.getTime() > 0 ? format.dateTime(one.publishedAt) : t("fromTheStart"),
									who: one.publishedBy.name ?? t("house"),
								})}
							</li>
						))}
					</ul>
				</section>
			)}
		</>
	);
}
