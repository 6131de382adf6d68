"use client";

import { useQuery } from "@tanstack/react-query";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { useLocale, useTranslations } from "next-intl";
import { Avatar } from "@/app/_ui/avatar";
import { Badge } from "@/app/_ui/badge";
import { ErrorState } from "@/app/_ui/error-state";
import { Field } from "@/app/_ui/field";
import { RelativeTime } from "@/app/_ui/format/relative-time";
import { Link } from "@/app/_ui/link";
import { useTRPC } from "@/app/_ui/query/trpc";
import { Select } from "@/app/_ui/select";
import { SkeletonCards } from "@/app/_ui/skeleton";
import { boardInput } from "@/server/contexts/hiring/contracts/applications";
import { useAddressFilter } from "../../_components/use-address-filter";
import { CandidateState } from "./candidate-state";

type Column = inferOutput<ReturnType<typeof useTRPC>["hiring"]["candidatesBoard"]>[number];

/** The funnel: a column for each state, with the latest who came to it. */
export function Board() {
	const t = useTranslations("candidates.board");
	const locale = useLocale();
	const trpc = useTRPC();
	const { params, put } = useAddressFilter();
	const vacancy = params.get("vacancy") ?? "";
	const asked = boardInput.safeParse({ vacancyId: vacancy || undefined }).data ?? {};
	const board = useQuery(trpc.hiring.candidatesBoard.queryOptions(asked));
	const { data: vacancies = [] } = useQuery(trpc.hiring.vacancies.queryOptions());
	const choices = [
		{ value: "", label: t("everyVacancy") },
		...vacancies.map(({ vacancyId, name }) => ({ value: vacancyId, label: name[locale] })),
	];
	return (
		<>
			{vacancies.length > 1 && (
				<Field label={t("vacancy")} className="mb-6 max-w-xs">
					{(control) => (
						<Select
							{...control}
							value={vacancy}
							choices={choices}
							onChange={({ target }) => put("vacancy", target.value)}
						/>
					)}
				</Field>
			)}
			{board.isPending && <SkeletonCards />}
			{board.isError && (
				<ErrorState error={board.error} retry={() => void board.refetch()} pending={board.isRefetching} />
			)}
			{board.data && (
				<section aria-label={t("title")} className="flex items-start gap-4 overflow-x-auto pb-4">
					{board.data.map((column) => (
						<BoardColumn key={column.state} column={column} vacancy={vacancy} />
					))}
				</section>
			)}
		</>
	);
}

function BoardColumn({ column: { state, counted, cards }, vacancy }: { column: Column; vacancy: string }) {
	const t = useTranslations("candidates");
	const states = useTranslations("office.candidateStates");
	const list = new URLSearchParams({ state, sort: "since", ...(vacancy && { vacancy }) });
	const all = counted.more ? `${counted.count}+` : String(counted.count);
	return (
		<section
			aria-label={t("board.cards", { state: states(state), count: counted.count })}
			className="w-60 min-w-60 flex-1"
		>
			<div className="mb-3 flex items-center justify-between gap-2">
				<CandidateState state={state} />
				<span className="figures text-muted">{all}</span>
			</div>
			{cards.length === 0 && <p className="rounded-md bg-sunken p-4 text-muted text-sm">{t("board.none")}</p>}
			<ul className="space-y-2">
				{cards.map((card) => (
					<li key={card.applicationId}>
						<Card card={card} />
					</li>
				))}
			</ul>
			{counted.count > cards.length && (
				<Link href={`/admin/hiring/candidates?${list}`} className="mt-3 inline-block text-sm">
					{t("board.all", { count: all })}
				</Link>
			)}
		</section>
	);
}

function Card({ card }: { card: Column["cards"][number] }) {
	const t = useTranslations("candidates.board");
	const { applicationId, name, breed, coat, photoId, stateSince, trial } = card;
	return (
		<Link
			href={`/admin/hiring/candidates/${applicationId}`}
			look="plain"
			className="flex items-center gap-3 rounded-md border border-line bg-surface p-3 hover:border-edge"
		>
			<Avatar size="small" cat={{ breed, coat, seed: applicationId }} photo={photoId && `/api/files/${photoId}`} />
			<span className="min-w-0 flex-1">
				<span className="block truncate font-medium">{name}</span>
				<span className="block truncate text-muted text-sm">
					<RelativeTime at={stateSince} />
				</span>
			</span>
			{trial && <Badge tone="warn">{t("trial")}</Badge>}
		</Link>
	);
}
