"use client";

import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Check, Clock, ListChecks } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { StatusPill } from "@/app/_ui/badge";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Logo } from "@/app/_ui/logo";
import { Notice } from "@/app/_ui/notice";
import { useTRPC } from "@/app/_ui/query/trpc";
import { useRefusalText } from "@/app/_ui/query/use-refusal-text";
import type { AttemptId } from "@/server/kernel/ids";
import { AttemptView } from "./attempt-view";
import type { AssignedTest } from "./paper";

const LOOK_AGAIN_MS = 15_000;

/** All that a candidate was asked to take: what is to come, what is under way, what was received. */
export function Assessment({ token }: { token: string }) {
	const t = useTranslations("assessment");
	const format = useFormat();
	const trpc = useTRPC();
	const queries = useQueryClient();
	const options = trpc.hiring.assessment.queryOptions({ token });
	const { data } = useSuspenseQuery({ ...options, refetchInterval: LOOK_AGAIN_MS, refetchOnWindowFocus: "always" });
	const look = () => queries.invalidateQueries({ queryKey: options.queryKey });
	if (data.state === "unknown") {
		return (
			<Notice tone="warn" title={t("unknown.title")} live>
				{t("unknown.help")}
			</Notice>
		);
	}
	const { tests, state, dueAt } = data;
	const running = tests.find((test) => test.state === "running");
	if (running) return <AttemptView token={token} attemptId={running.attemptId} onDone={look} />;
	const next = tests.find((test) => test.state === "waiting");
	return (
		<div className="space-y-6 py-8">
			<header className="space-y-3">
				<Logo className="size-12" />
				<h1 className="font-semibold text-xl tracking-tight">{t(state === "done" ? "done.title" : "title")}</h1>
				{state === "open" && (
					<p className="text-muted">{t("intro", { count: tests.length, due: format.dateTime(dueAt) })}</p>
				)}
				{state === "done" && <p className="text-muted">{t("done.help")}</p>}
			</header>
			{state === "over" && (
				<Notice tone="warn" title={t("over.title")}>
					{t("over.help")}
				</Notice>
			)}
			<ol className="space-y-4">
				{tests.map((test) => (
					<li key={test.attemptId}>
						<TestCard
							test={test}
							token={token}
							isNext={state === "open" && test.attemptId === next?.attemptId}
							onBegun={look}
						/>
					</li>
				))}
			</ol>
		</div>
	);
}

type TestCardProps = { test: AssignedTest; token: string; isNext: boolean; onBegun: () => Promise<void> };

function TestCard({ test, token, isNext, onBegun }: TestCardProps) {
	const t = useTranslations("assessment");
	const format = useFormat();
	const locale = useLocale();
	return (
		<Card className="space-y-4">
			<div className="flex flex-wrap items-start justify-between gap-3">
				<h2 className="font-semibold text-lg">{test.title[locale]}</h2>
				{test.state === "done" && (
					<StatusPill tone="good" icon={Check}>
						{t("received")}
					</StatusPill>
				)}
			</div>
			<p className="flex flex-wrap gap-x-5 gap-y-1 text-muted text-sm">
				<span className="inline-flex items-center gap-1.5">
					<Clock aria-hidden className="size-4" />
					{format.duration(test.minutes)}
				</span>
				<span className="inline-flex items-center gap-1.5">
					<ListChecks aria-hidden className="size-4" />
					{t("size", { questions: test.questions, sections: test.sections })}
				</span>
			</p>
			{isNext && <BeginTest test={test} token={token} onBegun={onBegun} />}
		</Card>
	);
}

function BeginTest({ test, token, onBegun }: Omit<TestCardProps, "isNext">) {
	const t = useTranslations("assessment");
	const format = useFormat();
	const locale = useLocale();
	const refusalText = useRefusalText();
	const begin = useMutation(useTRPC().hiring.startAttempt.mutationOptions({ onSuccess: onBegun }));
	const attemptId: AttemptId = test.attemptId;
	return (
		<>
			{test.intro[locale] && <p className="whitespace-pre-line">{test.intro[locale]}</p>}
			<ul className="list-disc space-y-1 pl-5 text-muted text-sm">
				<li>{t("rules.clock", { time: format.duration(test.minutes) })}</li>
				<li>{t("rules.saved")}</li>
				<li>{t("rules.back")}</li>
				<li>{t("rules.noted")}</li>
			</ul>
			{begin.isError && (
				<Notice tone="bad" live>
					{refusalText(begin.error)}
				</Notice>
			)}
			<Button look="primary" size="thumb" pending={begin.isPending} onClick={() => begin.mutate({ token, attemptId })}>
				{t("begin")}
			</Button>
		</>
	);
}
