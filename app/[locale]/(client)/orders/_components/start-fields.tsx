"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FieldPath, type FieldPathValue, useWatch } from "react-hook-form";
import { z } from "zod";
import { ErrorState } from "@/app/_ui/error-state";
import { FormDate, FormTimeSlots } from "@/app/_ui/form/choice-fields";
import type { ZodForm } from "@/app/_ui/form/use-zod-form";
import { useBusinessNow, useFormat } from "@/app/_ui/format/format-provider";
import { useTRPC } from "@/app/_ui/query/trpc";
import { Skeleton } from "@/app/_ui/skeleton";
import { businessDate } from "@/server/kernel/business-date";

/** The part of a form that chooses a start: the day, and one of its instants. */
export const startShape = { date: z.iso.date(), start: z.iso.datetime() };

type StartInput = { date: string; start: string };

const AGAIN_MS = 60_000;

/** A day and a time out of those that are possible. Choosing another day asks for the time anew. */
export function StartFields<Input extends StartInput, Output>({ form }: { form: ZodForm<Input, Output> }) {
	const t = useTranslations("orders.start");
	const format = useFormat();
	const today = businessDate(useBusinessNow(), format.timeZone);
	const [dateName, startName] = ["date" as FieldPath<Input>, "start" as FieldPath<Input>];
	const date: string | undefined = useWatch({ control: form.control, name: dateName });
	const { days, lastDate, isDisabled, error, retry, pending } = usePossibleStarts(date);

	if (error) return <ErrorState error={error} retry={retry} />;
	const slots = (date ? (days.get(date) ?? []) : []).map((start) => ({
		value: start,
		label: format.time(new Date(start)),
	}));
	return (
		<>
			<FormDate
				control={form.control}
				name={dateName}
				label={t("date")}
				today={today}
				min={today}
				max={lastDate}
				isDisabled={isDisabled}
				onChosen={() => form.resetField(startName, { defaultValue: "" as FieldPathValue<Input, typeof startName> })}
			/>
			{pending ? (
				<div role="status">
					<span className="sr-only">{t("loading")}</span>
					<Skeleton className="h-control w-full" />
				</div>
			) : (
				<FormTimeSlots
					control={form.control}
					name={startName}
					label={t("time")}
					slots={slots}
					emptyText={date ? undefined : t("dateFirst")}
				/>
			)}
		</>
	);
}

/** The possible starts of the weeks ahead, and of those around a later day once it is chosen. */
function usePossibleStarts(date: string | undefined) {
	const trpc = useTRPC();
	const often = { refetchInterval: AGAIN_MS };
	const first = useQuery(trpc.ordering.listStartTimes.queryOptions({}, often));
	const beyond = date !== undefined && first.data !== undefined && date > first.data.through;
	const later = useQuery(
		trpc.ordering.listStartTimes.queryOptions({ from: date }, { ...often, enabled: beyond && date !== "" }),
	);
	const known = [...(first.data?.days ?? []), ...(beyond ? (later.data?.days ?? []) : [])];
	const days = new Map(known.map((day) => [day.date, day.starts]));
	return {
		days,
		lastDate: first.data?.lastDate,
		isDisabled: (day: string) => first.data !== undefined && day <= first.data.through && !days.has(day),
		error: first.error ?? (beyond ? later.error : null),
		retry: () => void Promise.all([first.refetch(), beyond && later.refetch()]),
		pending: first.isPending || (beyond && later.isPending),
	};
}
