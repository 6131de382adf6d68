import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Timeline, type TimelineEntry } from "@/app/_ui/timeline";
import type { AppRouter } from "@/server/trpc/root";
import { JsonBlock } from "./json-block";
import { took } from "./took";

type ShownRun = inferRouterOutputs<AppRouter>["engine"]["getRun"];

/** What has been done, then what is waited for, then what is tried next. */
export function RunSteps({ run }: { run: ShownRun }) {
	const t = useTranslations("system.run");
	const runs = useTranslations("system.runs");
	const format = useFormat();
	const entries: TimelineEntry[] = [
		...run.steps.map((step, at): TimelineEntry => {
			const { type, ...given } = step.result as { type: string; data?: unknown; error?: unknown };
			const failed = type === "error";
			const before = run.steps[at - 1]?.endedAt ?? run.createdAt;
			const value = failed ? given.error : given.data;
			return {
				key: `step ${step.name} ${at}`,
				title: step.name,
				at: runs("seconds", took(before, step.endedAt)),
				tone: failed ? "bad" : "good",
				...(value !== null && value !== undefined && { children: <JsonBlock label={step.name} value={value} /> }),
			};
		}),
		...run.waits
			.filter(({ kind }) => kind !== "cancel")
			.map(
				(wait): TimelineEntry => ({
					key: `wait ${wait.name}`,
					title: wait.name,
					at: wait.until ? format.dateTime(wait.until) : "",
					by: t(`waits.${wait.kind === "cancel" ? "event" : wait.kind}`, { event: wait.eventName ?? "" }),
					tone: "info",
				}),
			),
		...run.calls.map(
			(call): TimelineEntry => ({
				key: `call ${call.step}`,
				title: call.leasedBy === null ? t("nextTry", { attempt: call.attempt + 1 }) : t("underWay"),
				at: call.leasedBy === null ? format.dateTime(call.dueAt) : "",
				by: call.leasedBy === null ? null : t("onInstance", { number: call.leasedBy }),
				tone: call.lastError === null ? "info" : "warn",
				...(call.lastError !== null && {
					children: <JsonBlock label={t("lastError")} value={stackOf(call.lastError)} />,
				}),
			}),
		),
	];
	if (entries.length === 0) return <p className="text-muted">{t("noSteps")}</p>;
	return <Timeline entries={entries} />;
}

/** Errors are kept as JSON. */
function stackOf(error: string): string {
	try {
		const parsed: unknown = JSON.parse(error);
		if (typeof parsed === "object" && parsed !== null && "stack" in parsed) return String(parsed.stack);
	} catch {
		// It is a text already, then.
	}
	return error;
}
