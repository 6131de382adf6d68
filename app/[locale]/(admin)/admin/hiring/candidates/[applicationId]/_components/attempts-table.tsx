"use client";

import { useLocale, useTranslations } from "next-intl";
import { StatusPill } from "@/app/_ui/badge";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { Cell, Column, Row, Table, TableBody, TableHead } from "@/app/_ui/table";
import type { CandidateTests } from "./candidate-tests";

type Attempt = NonNullable<CandidateTests["assessment"]>["attempts"][number];

const tones = { assigned: "neutral", running: "info", submitted: "warn", graded: "good" } as const;

/** The candidate's tests in their order. Whoever looks into one that is handed in sees its answers. */
export function AttemptsTable({ attempts }: { attempts: Attempt[] }) {
	const t = useTranslations("tests.attempts");
	const locale = useLocale();
	const format = useFormat();
	const when = ({ submittedAt, startedAt, deadline }: Attempt) => {
		if (submittedAt) return format.dateTime(submittedAt);
		return startedAt && deadline ? t("until", { at: format.dateTime(deadline) }) : t("notYet");
	};
	return (
		<Table caption={t("caption")}>
			<TableHead>
				<Column>{t("test")}</Column>
				<Column>{t("state")}</Column>
				<Column>{t("when")}</Column>
				<Column numeric>{t("points")}</Column>
			</TableHead>
			<TableBody>
				{attempts.map((attempt) => (
					<Row key={attempt.attemptId}>
						<Cell header>
							{attempt.submittedAt ? (
								<Link href={`/admin/hiring/grading/${attempt.attemptId}`}>{attempt.name[locale]}</Link>
							) : (
								attempt.name[locale]
							)}{" "}
							<span className="text-muted">{t("version", { version: attempt.version })}</span>
						</Cell>
						<Cell>
							<StatusPill tone={tones[attempt.state]}>
								{attempt.waiting > 0
									? t("waiting", { count: attempt.waiting })
									: t(
											attempt.closedBy === "time" && attempt.state === "submitted"
												? "timeUp"
												: `states.${attempt.state}`,
										)}
							</StatusPill>
						</Cell>
						<Cell>{when(attempt)}</Cell>
						<Cell numeric>
							{attempt.points !== null && attempt.maxPoints !== null
								? t("of", { points: attempt.points, max: attempt.maxPoints })
								: "–"}
						</Cell>
					</Row>
				))}
			</TableBody>
		</Table>
	);
}
