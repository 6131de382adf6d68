"use client";

import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useRouter } from "@/app/_i18n/navigation";
import { useTRPC } from "@/app/_ui/query/trpc";
import { toast } from "@/app/_ui/toasts";
import { TypeForm } from "./type-form";

const nothingYet = {
	...{ serviceTypeId: null, version: 0, active: true, icon: "paw" as const, durationMinutes: 60, supplies: [] },
	...{ name: { en: "", ru: "" }, description: { en: "", ru: "" } },
};

export function AddType() {
	const t = useTranslations("serviceTypes.add");
	const locale = useLocale();
	const router = useRouter();
	const trpc = useTRPC();
	const { data } = useSuspenseQuery(trpc.ordering.listAllServiceTypes.queryOptions());
	const define = useMutation(trpc.ordering.defineServiceType.mutationOptions());
	return (
		<TypeForm
			label={t("title")}
			defaults={{ ...nothingYet, basePrice: data.startingPrice }}
			submitLabel={t("submit")}
			onSave={async (values) => {
				const { serviceTypeId } = await define.mutateAsync(values);
				toast.done(t("done", { name: values.name[locale] }));
				router.push(`/admin/service-types/${serviceTypeId}`);
			}}
		/>
	);
}
