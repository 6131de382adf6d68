"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { useTranslations } from "next-intl";
import type { Tone } from "@/app/_ui/badge";
import { Card, CardHeader } from "@/app/_ui/card";
import { ErrorState } from "@/app/_ui/error-state";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Notice } from "@/app/_ui/notice";
import type { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonRows } from "@/app/_ui/skeleton";
import { Timeline } from "@/app/_ui/timeline";
import { Ruling } from "./ruling";

type Told = inferOutput<ReturnType<typeof useTRPC>["billing"]["payoutTransfers"]>;
type Try = Told["tries"][number];

const tones: Record<Try["events"][number]["what"], Tone> = {
	requested: "neutral",
	sent: "info",
	accepted: "info",
	unanswered: "warn",
	"unknown-there": "warn",
	"refused-again": "warn",
	completed: "good",
	rejected: "bad",
	contradicted: "bad",
	ruled: "info",
};

/** Each try to transfer a payout, the newest first, with all that was said and heard. */
export function Transfers({ transfers }: { transfers: UseQueryResult<Told, unknown> }) {
	const t = useTranslations("payouts.office.view");
	const tries = transfers.data?.tries ?? [];
	const unsure = tries.some(({ contradictedAt }) => contradictedAt !== null);
	return (
		<Card>
			<CardHeader title={t("transfers")} help={t("transfersHelp")} />
			{transfers.isPending && <SkeletonRows rows={3} columns={2} />}
			{transfers.isError && <ErrorState error={transfers.error} retry={() => void transfers.refetch()} />}
			{unsure && (
				<Notice tone="bad" className="mb-4">
					{t("unsure")}
				</Notice>
			)}
			{transfers.isSuccess && tries.length === 0 && <p className="text-muted">{t("noTransfers")}</p>}
			<div className="space-y-6">
				{tries.map((one) => (
					<TransferTry key={one.transferId} one={one} />
				))}
			</div>
		</Card>
	);
}

function TransferTry({ one }: { one: Try }) {
	const t = useTranslations("payouts.office");
	const format = useFormat();
	const { attempt, account, requestedBy, events, transferId, amount, contradictedAt, rulings } = one;
	return (
		<section>
			<h3 className="wrap-anywhere mb-1 font-semibold">{t("view.try", { attempt, account })}</h3>
			<p className="mb-3 text-muted text-sm">{t("view.by", { name: requestedBy.name ?? t("view.house") })}</p>
			<Timeline
				dense
				entries={events.map(({ at, what, note }, index) => ({
					key: `${index} ${what}`,
					at: format.dateTime(at),
					dateTime: at.toISOString(),
					title: t(`events.${what}`),
					by: note || undefined,
					tone: tones[what],
				}))}
			/>
			<Ruling
				about={{ what: "transfer", id: transferId }}
				amount={amount}
				contradicted={contradictedAt !== null}
				rulings={rulings}
			/>
		</section>
	);
}
