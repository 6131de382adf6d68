import type { inferOutput } from "@trpc/tanstack-react-query";
import { Palmtree } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import type { Tone } from "@/app/_ui/badge";
import { cn } from "@/app/_ui/cn";
import { useBusinessNow, useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import type { useTRPC } from "@/app/_ui/query/trpc";
import { layOut, type PlacedJob, type WeekDay } from "./week-layout";

type Week = inferOutput<ReturnType<typeof useTRPC>["execution"]["workerWeek"]>;
type Job = Week["jobs"][number];

/** Seven days side by side on a desk, at the height of their hours; one under the other on a phone. */
export function WeekGrid({ week }: { week: Week }) {
	const t = useTranslations("workers.week");
	const format = useFormat();
	const today = format.isoDay(useBusinessNow());
	const { hours, days } = layOut(week.monday, week.jobs, format.timeZone);
	return (
		<>
			<div className="grid gap-px max-md:grid-cols-1 md:grid-cols-[2.5rem_repeat(7,minmax(0,1fr))]">
				<div aria-hidden className="mt-9 hidden flex-col md:flex">
					{hours.map((hour) => (
						<span key={hour} className="figures h-8 -translate-y-2 text-muted text-xs">
							{`${hour}:00`}
						</span>
					))}
				</div>
				{days.map((day) => (
					<Day
						key={day.date}
						{...{ day, hours }}
						isToday={day.date === today}
						isOff={week.daysOff.includes(day.date)}
					/>
				))}
			</div>
			<p className="mt-3 text-muted text-sm">{t(week.jobs.length === 0 ? "empty" : "note")}</p>
		</>
	);
}

type DayProps = { day: WeekDay<Job>; hours: readonly number[]; isToday: boolean; isOff: boolean };

function Day({ day: { date, jobs }, hours, isToday, isOff }: DayProps) {
	const t = useTranslations("workers.week");
	const format = useFormat();
	return (
		<section
			className={cn(
				"min-w-0 max-md:border-line max-md:border-b max-md:py-2",
				jobs.length === 0 && !isOff && "max-md:hidden",
			)}
		>
			<h3
				className={cn(
					"flex h-9 items-center gap-1.5 text-sm md:justify-center",
					isToday ? "font-semibold text-ink" : "text-muted",
				)}
				{...(isToday && { "aria-current": "date" as const })}
			>
				{format.shortWeekday(date)}
			</h3>
			<ul className="relative space-y-1 md:space-y-0 md:border-line md:border-l">
				{hours.map((hour) => (
					<li
						key={hour}
						aria-hidden
						className={cn("hidden h-8 border-line border-t md:block", (isToday || isOff) && "bg-sunken")}
					/>
				))}
				{isOff && (
					<li className="flex items-center gap-1.5 text-muted text-xs md:absolute md:inset-x-0.5 md:top-1 md:justify-center">
						<Palmtree aria-hidden className="size-3.5 shrink-0" />
						{t("off")}
					</li>
				)}
				{jobs.map((placed) => (
					<Block key={placed.job.orderId} placed={placed} />
				))}
			</ul>
		</section>
	);
}

const looks: Record<Job["state"], Tone> = {
	waiting: "warn",
	scheduled: "info",
	started: "info",
	completed: "good",
	failed: "bad",
	cancelled: "neutral",
};

const tints: Record<Tone, string> = {
	neutral: "border-edge bg-sunken",
	good: "border-good bg-good-tint",
	warn: "border-warn bg-warn-tint",
	bad: "border-bad bg-bad-tint",
	info: "border-info bg-info-tint",
};

function Block({ placed: { job, endsAt, top, height } }: { placed: PlacedJob<Job> }) {
	const t = useTranslations("office.order.job.states");
	const locale = useLocale();
	const format = useFormat();
	const place = { "--top": `${top}%`, "--height": `${height}%` } as CSSProperties;
	return (
		<li
			style={place}
			className="md:absolute md:inset-x-0.5 md:top-(--top) md:h-(--height) md:min-h-6 md:hover:z-10 md:hover:h-auto md:focus-within:z-10 md:focus-within:h-auto"
		>
			<Link
				look="plain"
				href={`/admin/orders/${job.orderId}`}
				title={format.timeRange(job.startsAt, endsAt)}
				className={cn(
					"block h-full overflow-hidden rounded-sm border-l-2 px-1.5 py-0.5 text-xs",
					tints[looks[job.state]],
				)}
			>
				<span className="figures block truncate font-medium">
					{format.time(job.startsAt)} {job.number}
				</span>
				<span className="block">{job.serviceName[locale]}</span>
				<span className="block text-muted">{t(job.state)}</span>
			</Link>
		</li>
	);
}
