"use client";

import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { Card, CardHeader } from "@/app/_ui/card";
import { PageHeader } from "@/app/_ui/page-header";
import { useTRPC } from "@/app/_ui/query/trpc";
import { toast } from "@/app/_ui/toasts";
import type { ServiceTypeId } from "@/server/kernel/ids";
import { OutdatedNotice } from "../../_components/outdated-notice";
import { useShown } from "../../_components/use-shown";
import { OfferedButton } from "./offered-button";
import { definitionOf } from "./service-type";
import { TypeForm } from "./type-form";
import { TypeState } from "./type-state";
import { useServiceType } from "./use-service-type";
import { WantedTraits } from "./wanted-traits";

export function EditType({ serviceTypeId }: { serviceTypeId: ServiceTypeId }) {
	const t = useTranslations("serviceTypes");
	const locale = useLocale();
	const { type, ask } = useServiceType(serviceTypeId);
	const { shown, show, isOutdated } = useShown(type);
	const define = useMutation(useTRPC().ordering.defineServiceType.mutationOptions());
	const newest = async () => show(await ask());
	return (
		<>
			<PageHeader
				title={type.name[locale]}
				status={<TypeState active={type.active} />}
				back={{ href: "/admin/service-types", label: t("list.title") }}
				actions={<OfferedButton type={type} ask={ask} onDone={show} />}
			/>
			<div className="grid items-start gap-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
				<Card>
					<CardHeader title={t("form.details")} />
					<TypeForm
						key={shown.version}
						label={t("form.details")}
						defaults={definitionOf(shown)}
						submitLabel={t("edit.submit")}
						notice={isOutdated && <OutdatedNotice onReload={() => void newest()} />}
						onSave={async (values) => {
							await define.mutateAsync(values);
							toast.done(t("edit.done", { name: values.name[locale] }));
							await newest();
						}}
					/>
				</Card>
				<Card>
					<CardHeader title={t("traits.title")} help={t("traits.help")} />
					<WantedTraits serviceTypeId={serviceTypeId} />
				</Card>
			</div>
		</>
	);
}
