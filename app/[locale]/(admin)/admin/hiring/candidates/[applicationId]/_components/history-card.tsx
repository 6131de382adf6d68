"use client";

import { useTranslations } from "next-intl";
import { Card, CardHeader } from "@/app/_ui/card";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Timeline, type TimelineEntry } from "@/app/_ui/timeline";
import { applicationStates, rejectionReasons } from "@/server/contexts/hiring/contracts/applications";
import type { Candidate } from "../../_components/candidate";

/** From which state to which, when, by whom and why. */
export function HistoryCard({ candidate: { submittedAt, moves } }: { candidate: Candidate }) {
	const t = useTranslations("candidates");
	const states = useTranslations("office.candidateStates");
	const format = useFormat();
	const word = (state: string) => {
		const known = applicationStates.find((one) => one === state);
		return known ? states(known) : state;
	};
	const because = (reason: string | null) => {
		const known = rejectionReasons.find((one) => one === reason);
		return known && t(`reasons.${known}`);
	};
	const entries: TimelineEntry[] = moves.toReversed().map(({ number, from, to, movedAt, by, reason, words }) => ({
		key: String(number),
		at: format.dateTime(movedAt),
		dateTime: movedAt.toISOString(),
		title: t("view.moved", { from: word(from), to: word(to) }),
		by: by.name ? t("view.by", { name: by.name }) : t("view.bySystem"),
		tone: to === "accepted" ? "good" : to === "rejected" ? "bad" : "info",
		children: [because(reason), words].filter(Boolean).map((line) => (
			<p key={line} className="wrap-anywhere whitespace-pre-line">
				{line}
			</p>
		)),
	}));
	return (
		<Card>
			<CardHeader title={t("view.history")} />
			<Timeline
				entries={[
					...entries,
					{
						...{ key: "0", title: t("view.submittedByItself"), at: format.dateTime(submittedAt) },
						dateTime: submittedAt.toISOString(),
					},
				]}
			/>
		</Card>
	);
}
