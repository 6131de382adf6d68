"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import type { WorkerId } from "@/server/kernel/ids";
import { newId } from "@/server/kernel/new-id";
import type { DayRange } from "@/server/kernel/weekly-hours";
import { Button } from "../button";
import { DatePicker } from "../date-picker";
import { DialogActions } from "../dialog";
import { ErrorState } from "../error-state";
import { Field } from "../field";
import { useBusinessNow, useFormat } from "../format/format-provider";
import { Notice } from "../notice";
import { useTRPC } from "../query/trpc";
import { useRefusalText } from "../query/use-refusal-text";
import { Skeleton } from "../skeleton";
import { TextArea } from "../text-input";
import { toast } from "../toasts";

type Props = { workerId: WorkerId; own: boolean; daysOff: DayRange[]; onDone: () => void };

const DAY = 86_400_000;
const dayCount = ({ first, last }: DayRange) => Math.round((Date.parse(last) - Date.parse(first)) / DAY) + 1;

/** From when to when, and what becomes of the jobs in between, in words and before it is done. */
export default function DaysOffForm({ workerId, own, daysOff, onDone }: Props) {
	const t = useTranslations("availability.off.form");
	const refusalText = useRefusalText();
	const queries = useQueryClient();
	const trpc = useTRPC();
	const today = useFormat().isoDay(useBusinessNow());
	const [first, setFirst] = useState<string | null>(null);
	const [last, setLast] = useState<string | null>(null);
	const [reason, setReason] = useState("");
	const [idempotencyKey] = useState(() => newId<string>());
	const isTaken = (day: string) => daysOff.some((range) => range.first <= day && day <= range.last);
	const days = first && { first, last: last ?? first };
	const affected = useQuery({
		...trpc.execution.jobsOnDays.queryOptions({ workerId, days: days || { first: today, last: today } }),
		enabled: days !== null,
	});
	const take = useMutation(
		trpc.execution.takeDaysOff.mutationOptions({
			onSuccess: () => {
				toast.done(t("done"));
				onDone();
			},
			onSettled: () => queries.invalidateQueries(trpc.execution.pathFilter()),
		}),
	);
	const givesBack = (affected.data ?? []).filter(({ givenBack }) => givenBack).map(({ orderId }) => orderId);
	const size = own ? "thumb" : "place";
	const missing = !days
		? t("chooseFirst")
		: !affected.data
			? t("looking")
			: givesBack.length > 0 && reason.trim() === ""
				? t("sayWhy")
				: null;
	const send = () => days && take.mutate({ workerId, days, givesBack, reason, idempotencyKey });
	return (
		<div className="space-y-4">
			{take.isError && (
				<Notice tone="bad" live>
					{refusalText(take.error)}
				</Notice>
			)}
			<div className="grid gap-4 sm:grid-cols-2">
				<Field label={t("first")}>
					{(control) => (
						<DatePicker
							{...control}
							value={first}
							today={today}
							min={today}
							isDisabled={isTaken}
							onChange={(day) => {
								setFirst(day);
								if (last && last < day) setLast(null);
							}}
						/>
					)}
				</Field>
				<Field label={t("last")} help={t("lastHelp")}>
					{(control) => (
						<DatePicker
							{...control}
							value={last ?? first}
							today={today}
							min={first ?? today}
							isDisabled={isTaken}
							onChange={setLast}
						/>
					)}
				</Field>
			</div>
			{days && affected.isError && <ErrorState error={affected.error} retry={() => void affected.refetch()} />}
			{days && affected.isPending && <Skeleton className="h-16" />}
			{days && affected.data && <Consequences jobs={affected.data} own={own} />}
			{givesBack.length > 0 && (
				<Field label={t("reason")} help={t("reasonHelp")}>
					{(control) => (
						<TextArea
							{...control}
							rows={2}
							value={reason}
							limit={1000}
							onChange={({ target }) => setReason(target.value)}
						/>
					)}
				</Field>
			)}
			<DialogActions>
				<Button size={size} onClick={onDone}>
					{t("leave")}
				</Button>
				<Button look="primary" size={size} wide={own} pending={take.isPending} disabledReason={missing} onClick={send}>
					{t("confirm", { days: days ? dayCount(days) : 1, jobs: givesBack.length })}
				</Button>
			</DialogActions>
		</div>
	);
}

type Job = {
	orderId: string;
	orderNumber: number;
	serviceName: { en: string; ru: string };
	startsAt: Date;
	givenBack: boolean;
};

function Consequences({ jobs, own }: { jobs: readonly Job[]; own: boolean }) {
	const t = useTranslations("availability.off.form");
	const back = jobs.filter(({ givenBack }) => givenBack);
	const staying = jobs.filter(({ givenBack }) => !givenBack);
	if (jobs.length === 0) return <Notice tone="good">{t("free")}</Notice>;
	return (
		<>
			{back.length > 0 && (
				<Notice tone="info" title={t("back", { count: back.length })} live>
					<Jobs jobs={back} />
				</Notice>
			)}
			{staying.length > 0 && (
				<Notice tone="warn" title={t("stays", { count: staying.length })} live>
					<Jobs jobs={staying} />
					<p>{t(own ? "staysHelp.own" : "staysHelp.office")}</p>
				</Notice>
			)}
		</>
	);
}

function Jobs({ jobs }: { jobs: readonly Job[] }) {
	const locale = useLocale();
	const format = useFormat();
	return (
		<ul>
			{jobs.map(({ orderId, orderNumber, serviceName, startsAt }) => (
				<li key={orderId}>
					<span className="figures">{format.dateTime(startsAt)}</span> · {serviceName[locale]} {orderNumber}
				</li>
			))}
		</ul>
	);
}
