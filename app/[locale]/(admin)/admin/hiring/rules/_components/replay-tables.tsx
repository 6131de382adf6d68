"use client";

import type { inferOutput } from "@trpc/tanstack-react-query";
import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/format-provider";
import type { useTRPC } from "@/app/_ui/query/trpc";
import { Cell, Column, Row, Table, TableBody, TableHead } from "@/app/_ui/table";
import { ProposalPill } from "../../_components/proposal-pill";
import { useOutcomeWords } from "../../_components/use-outcome-words";

export type Replay = inferOutput<ReturnType<typeof useTRPC>["hiring"]["replayRule"]>;

const proposals = ["accept", "look", "reject"] as const;

/** What was proposed against what would have been. */
export function Moves({ moves }: Pick<Replay, "moves">) {
	const t = useTranslations("screening");
	const format = useFormat();
	return (
		<Table caption={t("replay.moves")} showCaption>
			<TableHead>
				<Column>{t("replay.was")}</Column>
				{proposals.map((would) => (
					<Column key={would} numeric>
						{t("replay.would", { proposal: t(`proposals.${would}`) })}
					</Column>
				))}
			</TableHead>
			<TableBody>
				{proposals.map((was) => (
					<Row key={was}>
						<Cell header>
							<ProposalPill proposal={was} />
						</Cell>
						{proposals.map((would) => (
							<Cell key={would} numeric className={was === would ? "text-muted" : "font-semibold"}>
								{format.count(moves.find((move) => move.was === was && move.would === would)?.count ?? 0)}
							</Cell>
						))}
					</Row>
				))}
			</TableBody>
		</Table>
	);
}

/** How those do who were taken, by what the rule would have said of them. */
export function Taken({ taken }: Pick<Replay, "taken">) {
	const t = useTranslations("screening.replay");
	const format = useFormat();
	const words = useOutcomeWords();
	return (
		<div>
			<Table caption={t("taken")} showCaption>
				<TableHead>
					<Column>{t("group")}</Column>
					<Column numeric>{t("people")}</Column>
					{taken[0]?.told.map(({ outcome }) => (
						<Column key={outcome} numeric>
							{words.name(outcome)}
						</Column>
					))}
				</TableHead>
				<TableBody>
					{taken.map(({ would, count, told }) => (
						<Row key={would}>
							<Cell header>
								<ProposalPill proposal={would} />
							</Cell>
							<Cell numeric>{format.count(count)}</Cell>
							{told.map(({ outcome, value, interval }) => (
								<Cell key={outcome} numeric>
									{words.value(outcome, value)}
									{value !== null && (
										<span className="block text-muted text-xs">{words.interval(outcome, interval)}</span>
									)}
								</Cell>
							))}
						</Row>
					))}
				</TableBody>
			</Table>
			<p className="mt-2 text-muted text-sm">{t("nobodyKnows")}</p>
		</div>
	);
}
