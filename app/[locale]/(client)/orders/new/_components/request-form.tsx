"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useWatch } from "react-hook-form";
import { z } from "zod";
import { useRouter } from "@/app/_i18n/navigation";
import { EmptyState } from "@/app/_ui/empty-state";
import { ErrorState } from "@/app/_ui/error-state";
import { FormRadioCards } from "@/app/_ui/form/choice-fields";
import { FormSelect, FormText, FormTextArea } from "@/app/_ui/form/fields";
import { Form } from "@/app/_ui/form/form";
import { SubmitButton } from "@/app/_ui/form/submit-button";
import { useDraft } from "@/app/_ui/form/use-draft";
import { useZodForm } from "@/app/_ui/form/use-zod-form";
import { useFormat } from "@/app/_ui/format/format-provider";
import { useTRPC } from "@/app/_ui/query/trpc";
import { ServiceIcon } from "@/app/_ui/service-icon";
import { SkeletonCards } from "@/app/_ui/skeleton";
import { NapCat } from "@/app/_ui/spot/nap-cat";
import { toast } from "@/app/_ui/toasts";
import { placeOrderInput } from "@/server/contexts/ordering/contracts";
import { CostSummary } from "../../_components/cost-summary";
import { StartFields, startShape } from "../../_components/start-fields";
import { OnHold } from "./on-hold";

const { startsAt: _chosenAsDateAndStart, ...request } = placeOrderInput.shape;
const schema = z.object({ ...request, ...startShape });

type Remembered = {
	place: { zoneId: string; address: string; note: string } | null;
	contact: { name: string; phone: string };
};

type Props = { remembered: Remembered /** Whose form it is. */; accountId: string };

/** The whole request on one page; where and whom to call are remembered from the last order. */
export function RequestForm({ remembered, accountId }: Props) {
	const t = useTranslations("orders.new");
	const locale = useLocale();
	const format = useFormat();
	const trpc = useTRPC();
	const router = useRouter();
	const queryClient = useQueryClient();
	const types = useQuery(trpc.ordering.listServiceTypes.queryOptions());
	const zones = useQuery(trpc.ordering.listZones.queryOptions());
	const nowhere = { zoneId: "", address: "", note: "" };
	const form = useZodForm(schema, { defaultValues: { ...remembered, place: remembered.place ?? nowhere } });
	const forgetDraft = useDraft(form, `order:${accountId}`);
	const { control } = form;
	const serviceTypeId = useWatch({ control, name: "serviceTypeId" });
	const place = useMutation(
		trpc.ordering.placeOrder.mutationOptions({
			// What was refused is perhaps not offered any more.
			onError: () => queryClient.invalidateQueries(trpc.ordering.pathFilter()),
		}),
	);
	const send = async ({ start, date: _date, ...wanted }: z.output<typeof schema>) => {
		const { orderId, number } = await place.mutateAsync({ ...wanted, startsAt: new Date(start) });
		forgetDraft();
		toast.done(t("done", { number }));
		router.push(`/orders/${orderId}`);
	};

	const failure = types.error ?? zones.error;
	if (failure) return <ErrorState error={failure} retry={() => void Promise.all([types.refetch(), zones.refetch()])} />;
	if (!types.data || !zones.data) return <SkeletonCards cards={4} />;
	if (types.data.length === 0 || zones.data.length === 0) {
		return (
			<EmptyState title={t("noServices")} picture={<NapCat className="w-48" />}>
				{t("noServicesHelp")}
			</EmptyState>
		);
	}
	const cards = types.data.map((type) => ({
		value: type.serviceTypeId,
		title: type.name[locale],
		help: (
			<>
				{type.description[locale]}
				<span className="figures mt-1 block">{format.duration(type.durationMinutes)}</span>
			</>
		),
		aside: format.money(type.price),
		icon: <ServiceIcon name={type.icon} />,
	}));
	return (
		<Form
			form={form}
			onSubmit={send}
			label={t("title")}
			refusalFields={{
				"ordering.start_not_possible": "start",
				"ordering.service_type_retired": "serviceTypeId",
				"ordering.zone_not_served": "place.zoneId",
			}}
		>
			<div className="grid items-start gap-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
				<div className="space-y-10">
					<div className="space-y-6">
						<FormRadioCards control={control} name="serviceTypeId" label={t("service")} cards={cards} columns={2} />
						<FormTextArea control={control} name="description" label={t("wish")} help={t("wishHelp")} limit={2000} />
					</div>
					<Part title={t("when")}>
						<StartFields form={form} />
					</Part>
					<Part title={t("where")} help={remembered.place ? t("remembered") : undefined}>
						<FormSelect
							control={control}
							name="place.zoneId"
							label={t("zone")}
							placeholder={t("chooseZone")}
							choices={zones.data.map((zone) => ({ value: zone.zoneId, label: zone.name[locale] }))}
						/>
						<FormText
							control={control}
							name="place.address"
							label={t("address")}
							help={t("addressHelp")}
							autoComplete="street-address"
						/>
						<FormText control={control} name="place.note" label={t("note")} help={t("noteHelp")} optional />
					</Part>
					<Part title={t("contact")}>
						<div className="grid gap-6 sm:grid-cols-2">
							<FormText control={control} name="contact.name" label={t("name")} autoComplete="name" />
							<FormText control={control} name="contact.phone" label={t("phone")} type="tel" autoComplete="tel" />
						</div>
					</Part>
				</div>
				<div className="space-y-4 lg:sticky lg:top-6">
					<CostSummary serviceTypeId={serviceTypeId || null} />
					<OnHold serviceTypeId={serviceTypeId || null} />
					<SubmitButton size="thumb" wide>
						{t("submit")}
					</SubmitButton>
				</div>
			</div>
		</Form>
	);
}

function Part({ title, help, children }: { title: string; help?: string; children: ReactNode }) {
	return (
		<section aria-label={title} className="space-y-6">
			<div>
				<h2 className="font-semibold text-lg">{title}</h2>
				{help && <p className="text-muted text-sm">{help}</p>}
			</div>
			{children}
		</section>
	);
}
