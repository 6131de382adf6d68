"use client";

import { useQuery } from "@tanstack/react-query";
import { Gift } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Card, CardHeader } from "@/app/_ui/card";
import { DescriptionList } from "@/app/_ui/description-list";
import { ErrorState } from "@/app/_ui/error-state";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { PayoutStatus } from "@/app/_ui/money/payout-status";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonRows } from "@/app/_ui/skeleton";
import type { WorkerId } from "@/server/kernel/ids";
import { GiveBonus } from "./give-bonus";

/** What the worker is owed and what comes next; and the button for something extra. */
export function WorkerMoney({ workerId, name }: { workerId: WorkerId; name: string }) {
	const t = useTranslations("payouts.office.worker");
	const format = useFormat();
	const [giving, setGiving] = useState(false);
	const money = useQuery(useTRPC().billing.officeWorker.queryOptions({ workerId }));
	const { owed, month, account, payouts } = money.data ?? {};
	return (
		<Card aria-label={t("title")}>
			<CardHeader
				title={t("title")}
				help={t("help")}
				actions={
					<Button onClick={() => setGiving(true)}>
						<Gift aria-hidden />
						{t("give")}
					</Button>
				}
			/>
			{money.isPending && <SkeletonRows rows={4} columns={2} />}
			{money.isError && <ErrorState error={money.error} retry={() => void money.refetch()} />}
			{month && payouts && owed !== undefined && (
				<div className="grid gap-6 lg:grid-cols-2">
					<DescriptionList
						bill
						items={[
							...(month.debt < 0n ? [{ term: t("debt"), description: format.money(month.debt) }] : []),
							{ term: t("earnings"), description: format.money(month.earnings) },
							{ term: t("penalties"), description: format.money(month.penalties) },
							{ term: t("bonuses"), description: format.money(month.bonuses) },
							{ term: t("next"), description: format.money(month.total) },
							{ term: t("owed"), description: format.money(owed) },
							{ term: t("account"), description: account ?? t("noAccount") },
						]}
					/>
					<div>
						<h3 className="mb-2 font-semibold">{t("payouts")}</h3>
						{payouts.length === 0 && <p className="text-muted">{t("noPayouts")}</p>}
						<ul className="divide-y divide-line">
							{payouts.map(({ payoutId, number, amount, status }) => (
								<li key={payoutId} className="flex items-center justify-between gap-4 py-2">
									<Link href={`/admin/money/payouts/${payoutId}`} className="figures">
										{number}
									</Link>
									<span className="flex items-center gap-3">
										<span data-figures>{format.money(amount)}</span>
										<PayoutStatus status={status} />
									</span>
								</li>
							))}
						</ul>
						<p className="mt-3">
							<Link href={`/admin/money/bonuses?workerId=${workerId}`}>{t("bonusList")}</Link>
						</p>
					</div>
				</div>
			)}
			{giving && <GiveBonus workerId={workerId} name={name} onClose={() => setGiving(false)} />}
		</Card>
	);
}
