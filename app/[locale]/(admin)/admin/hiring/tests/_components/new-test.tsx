"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRouter } from "@/app/_i18n/navigation";
import { useTRPC } from "@/app/_ui/query/trpc";
import { newId } from "@/server/kernel/new-id";
import { newTest } from "./draft";
import { TestEditor } from "./test-editor";

export function NewTest() {
	const t = useTranslations("library");
	const router = useRouter();
	const save = useMutation(useTRPC().hiring.saveTest.mutationOptions());
	const [{ idempotencyKey, defaults }] = useState(() => ({ idempotencyKey: newId<string>(), defaults: newTest() }));
	return (
		<TestEditor
			defaults={defaults}
			submitLabel={t("save")}
			onSave={async (content) => {
				const { testId } = await save.mutateAsync({ idempotencyKey, testId: null, revision: 0, content });
				router.push(`/admin/hiring/tests/${testId}`);
			}}
		/>
	);
}
