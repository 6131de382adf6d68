"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CalendarX2, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { WorkerId } from "@/server/kernel/ids";
import type { DayRange } from "@/server/kernel/weekly-hours";
import { Button } from "../button";
import { Dialog } from "../dialog";
import { useFormat } from "../format/format-provider";
import { IconButton } from "../icon-button";
import { later } from "../later";
import { useTRPC } from "../query/trpc";
import { useRefusalText } from "../query/use-refusal-text";
import { SkeletonCards } from "../skeleton";
import { toast } from "../toasts";

const DaysOffForm = later(() => import("./days-off-form"), <SkeletonCards cards={1} />);

type Props = { workerId: WorkerId; own: boolean; daysOff: DayRange[] };

/** The days that are off from today on. One that is dropped is taken back by the toast: nothing was lost by it. */
export function DaysOff({ workerId, own, daysOff }: Props) {
	const t = useTranslations("availability.off");
	const format = useFormat();
	const refusalText = useRefusalText();
	const queries = useQueryClient();
	const trpc = useTRPC();
	const [taking, setTaking] = useState(false);
	const drop = useMutation(
		trpc.execution.dropDaysOff.mutationOptions({
			onSuccess: () => toast.done(t("dropped")),
			onError: (error) => toast.failed(refusalText(error)),
			onSettled: () => queries.invalidateQueries(trpc.execution.availability.pathFilter()),
		}),
	);
	const nameOf = ({ first, last }: DayRange) =>
		first === last ? format.day(first) : t("days", { first: format.day(first), last: format.day(last) });
	return (
		<section className="mt-6 border-line border-t pt-4">
			<h3 className="font-semibold">{t("title")}</h3>
			{daysOff.length === 0 && <p className="mt-1 text-muted">{t("none")}</p>}
			<ul className="mt-1 divide-y divide-line">
				{daysOff.map((range) => (
					<li key={range.first} className="flex items-center justify-between gap-3 py-1">
						<span className="min-w-0 first-letter:uppercase">{nameOf(range)}</span>
						<IconButton
							size={own ? "thumb" : "small"}
							label={t("drop", { days: nameOf(range) })}
							icon={<X />}
							disabled={drop.isPending}
							onClick={() => drop.mutate({ workerId, days: range })}
						/>
					</li>
				))}
			</ul>
			<Button size={own ? "thumb" : "small"} wide={own} className="mt-3" onClick={() => setTaking(true)}>
				<CalendarX2 aria-hidden />
				{t("take")}
			</Button>
			<Dialog open={taking} onOpenChange={setTaking} title={t("form.title")}>
				<DaysOffForm workerId={workerId} own={own} daysOff={daysOff} onDone={() => setTaking(false)} />
			</Dialog>
		</section>
	);
}
