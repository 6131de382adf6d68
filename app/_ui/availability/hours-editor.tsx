"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Copy, Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import type { WorkerId } from "@/server/kernel/ids";
import type { WeeklySpan } from "@/server/kernel/weekly-hours";
import { Button } from "../button";
import { DialogActions } from "../dialog";
import { IconButton } from "../icon-button";
import { Notice } from "../notice";
import { useTRPC } from "../query/trpc";
import { useRefusalText } from "../query/use-refusal-text";
import { Switch } from "../switch";
import { TextInput } from "../text-input";
import { toast } from "../toasts";
import { isSound, type TypedSpan, troubleOf, typedWeekOf, weeklyHoursOf } from "./hours";
import { type Weekday, weekdays } from "./weekdays";

type Props = {
	workerId: WorkerId;
	said: { version: number; weeklyHours: WeeklySpan[] | null };
	own: boolean;
	onDone: () => void;
};

/** The hours of a week, day by day. What was typed stays when it is refused. */
export default function HoursEditor({ workerId, said, own, onDone }: Props) {
	const t = useTranslations("availability");
	const refusalText = useRefusalText();
	const queries = useQueryClient();
	const trpc = useTRPC();
	const [always, setAlways] = useState(said.weeklyHours === null);
	const [week, setWeek] = useState(() => typedWeekOf(said.weeklyHours));
	const [tried, setTried] = useState(false);
	const save = useMutation(trpc.execution.setWeeklyHours.mutationOptions());
	const put = (weekday: Weekday, spans: TypedSpan[]) => setWeek((before) => ({ ...before, [weekday]: spans }));
	const submit = (event: FormEvent) => {
		event.preventDefault();
		setTried(true);
		if (save.isPending || (!always && !isSound(week))) return;
		const weeklyHours = always ? null : weeklyHoursOf(week);
		save.mutate(
			{ workerId, version: said.version, weeklyHours },
			{
				onSuccess: () => {
					toast.done(t("editor.done"));
					onDone();
				},
				onSettled: () => queries.invalidateQueries(trpc.execution.availability.pathFilter()),
			},
		);
	};
	const size = own ? "thumb" : "place";
	return (
		<form noValidate aria-label={t("editor.title")} onSubmit={submit} className="space-y-4">
			{save.isError && (
				<Notice tone="bad" live>
					{refusalText(save.error)}
				</Notice>
			)}
			{tried && !always && !isSound(week) && (
				<Notice tone="bad" live>
					{t("editor.wrong")}
				</Notice>
			)}
			<Switch
				label={t("always")}
				help={t("editor.alwaysHelp")}
				checked={always}
				onCheckedChange={setAlways}
				className="min-h-12"
			/>
			{!always && (
				<ul className="divide-y divide-line border-line border-y">
					{weekdays.map((weekday) => (
						<Day
							key={weekday}
							weekday={weekday}
							spans={week[weekday]}
							tried={tried}
							onChange={(spans) => put(weekday, spans)}
						/>
					))}
				</ul>
			)}
			{!always && (
				<Button
					look="quiet"
					size={size}
					onClick={() => setWeek((before) => ({ ...before, 2: before[1], 3: before[1], 4: before[1], 5: before[1] }))}
				>
					<Copy aria-hidden />
					{t("editor.copyMonday")}
				</Button>
			)}
			<p className="text-muted text-sm">{t("editor.agreedStay")}</p>
			<DialogActions>
				<Button size={size} onClick={onDone}>
					{t("editor.leave")}
				</Button>
				<Button type="submit" look="primary" size={size} pending={save.isPending}>
					{t("editor.save")}
				</Button>
			</DialogActions>
		</form>
	);
}

type DayProps = { weekday: Weekday; spans: TypedSpan[]; tried: boolean; onChange: (spans: TypedSpan[]) => void };

/** Stretches of a day have no other name than their place. */
const places = [0, 1, 2];

function Day({ weekday, spans, tried, onChange }: DayProps) {
	const t = useTranslations("availability");
	const day = t(`weekdays.${weekday}`);
	const change = (index: number, part: Partial<TypedSpan>) =>
		onChange(spans.map((span, place) => (place === index ? { ...span, ...part } : span)));
	return (
		<li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-3 py-2 sm:grid-cols-[6.5rem_minmax(0,1fr)_auto]">
			<span className="pt-2.5 font-medium">{day}</span>
			<div className="space-y-2 max-sm:order-last max-sm:col-span-2">
				{spans.length === 0 && <p className="text-muted sm:pt-2.5">{t("editor.off")}</p>}
				{places.map((index) => {
					const span = spans[index];
					if (!span) return null;
					const trouble = tried ? troubleOf(spans, index) : null;
					const field = (part: "from" | "to") => (
						<TextInput
							type="time"
							aria-label={t(`editor.${part}`, { day })}
							className="figures px-2"
							value={span[part]}
							onChange={({ target }) => change(index, { [part]: target.value })}
							{...(trouble && { "aria-invalid": true as const })}
						/>
					);
					return (
						<div key={index}>
							<div className="flex items-center gap-1.5">
								{field("from")}
								<span aria-hidden className="text-muted">
									–
								</span>
								{field("to")}
								<IconButton
									label={t("editor.remove", { day, from: span.from })}
									icon={<X />}
									onClick={() => onChange(spans.filter((_, place) => place !== index))}
								/>
							</div>
							{trouble && <p className="mt-1 font-medium text-bad text-sm">{t(`editor.troubles.${trouble}`)}</p>}
						</div>
					);
				})}
			</div>
			{spans.length < places.length && (
				<IconButton
					label={t("editor.add", { day })}
					icon={<Plus />}
					onClick={() =>
						onChange([...spans, spans.length === 0 ? { from: "09:00", to: "18:00" } : { from: "", to: "" }])
					}
				/>
			)}
		</li>
	);
}
