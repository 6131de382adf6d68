"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRouter } from "@/app/_i18n/navigation";
import { useTRPC } from "@/app/_ui/query/trpc";
import { toast } from "@/app/_ui/toasts";
import { WorkerForm } from "./worker-form";

const nobodyYet = {
	...{ name: "", email: "", phone: "", locale: "ru" as const },
	...{ breed: "mixed" as const, coat: "ginger" as const, strengths: [], weaknesses: [] },
};

export function AddWorker() {
	const t = useTranslations("workers.add");
	const router = useRouter();
	const add = useMutation(useTRPC().hiring.addWorker.mutationOptions());
	return (
		<WorkerForm
			label={t("title")}
			defaults={nobodyYet}
			seed="new"
			isNew
			submitLabel={t("submit")}
			onSave={async (profile, more) => {
				const { workerId } = await add.mutateAsync({ ...profile, ...more });
				toast.done(t("done", { name: profile.name }));
				router.push(`/admin/workers/${workerId}`);
			}}
		/>
	);
}
