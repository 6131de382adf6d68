"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useDeferredValue, useState } from "react";
import { Card, CardHeader } from "@/app/_ui/card";
import { cn } from "@/app/_ui/cn";
import { Field } from "@/app/_ui/field";
import { useFormat } from "@/app/_ui/format/format-provider";
import { LiveGlow } from "@/app/_ui/live/live-glow";
import { Notice } from "@/app/_ui/notice";
import { useTRPC } from "@/app/_ui/query/trpc";
import { useRefusalText } from "@/app/_ui/query/use-refusal-text";
import { Select } from "@/app/_ui/select";
import { Spinner } from "@/app/_ui/spinner";
import { TextInput } from "@/app/_ui/text-input";
import type { OrderId } from "@/server/kernel/ids";
import { CandidatesTable } from "../../../_components/match/candidates-table";
import type { Trial } from "./use-trial";

type Props = {
	orderId: OrderId | null;
	onChoose: (orderId: OrderId | null) => void;
	trial: Trial | null;
	pending: boolean;
	/** The chain can't run as it is: what is shown is what it last came to. */
	outdated: boolean;
	error: unknown;
};

/** Whom the chain, as it stands in the editor, would choose for an order. */
export function TrialPanel({ orderId, onChoose, trial, pending, outdated, error }: Props) {
	const t = useTranslations("matching.trial");
	const locale = useLocale();
	const refusalText = useRefusalText();
	return (
		<Card>
			<CardHeader title={t("title")} help={t("help")} actions={pending && <Spinner className="size-5 text-muted" />} />
			<OrderChoice orderId={orderId} onChoose={onChoose} />
			{error !== null && (
				<Notice tone="bad" live className="mt-4">
					{refusalText(error)}
				</Notice>
			)}
			{orderId === null && <p className="mt-4 text-muted">{t("choose")}</p>}
			{trial && (
				<div className={cn("mt-4 space-y-3 transition-opacity", (outdated || pending) && "opacity-60")}>
					{outdated && <p className="font-medium text-sm text-warn">{t("outdated")}</p>}
					<LiveGlow watch={trial.chosen?.workerId ?? trial.waitingReason ?? ""}>
						<p aria-live="polite">
							<span className="font-semibold">
								{trial.chosen
									? t("chosen", { name: trial.chosen.name, score: (trial.score ?? 0).toFixed(2) })
									: t("nobody")}
							</span>{" "}
							{trial.sentence?.[locale]}
						</p>
					</LiveGlow>
					<CandidatesTable weighed={trial} />
				</div>
			)}
		</Card>
	);
}

type ChoiceProps = Pick<Props, "orderId" | "onChoose">;

function OrderChoice({ orderId, onChoose }: ChoiceProps) {
	const t = useTranslations("matching.trial");
	const locale = useLocale();
	const format = useFormat();
	const trpc = useTRPC();
	const [typed, setTyped] = useState("");
	const search = useDeferredValue(typed.trim());
	const orders = useQuery(trpc.matching.triableOrders.queryOptions({ search }));
	const types = useQuery(trpc.ordering.listAllServiceTypes.queryOptions());
	const nameOf = (id: string | null) =>
		types.data?.types.find(({ serviceTypeId }) => serviceTypeId === id)?.name[locale] ?? "";
	const choices = (orders.data ?? []).map(({ orderId: value, orderNumber, startsAt, serviceTypeId, state }) => ({
		value,
		label: [
			orderNumber,
			startsAt && format.dateTime(startsAt),
			nameOf(serviceTypeId),
			state === "waiting" && t("waits"),
		]
			.filter(Boolean)
			.join(" · "),
	}));
	return (
		<div className="grid grid-cols-[7rem_minmax(0,1fr)] gap-3">
			<Field label={t("number")}>
				{(control) => (
					<TextInput
						{...control}
						inputMode="numeric"
						autoComplete="off"
						className="figures"
						value={typed}
						onChange={({ target }) => setTyped(target.value)}
					/>
				)}
			</Field>
			<Field label={t("order")}>
				{(control) => (
					<Select
						{...control}
						value={orderId ?? ""}
						placeholder={orders.isSuccess && choices.length === 0 ? t("none") : t("placeholder")}
						choices={choices}
						onChange={({ target }) =>
							onChoose(orders.data?.find((one) => one.orderId === target.value)?.orderId ?? null)
						}
					/>
				)}
			</Field>
		</div>
	);
}
