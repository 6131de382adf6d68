"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { StatusPill } from "@/app/_ui/badge";
import { Card, CardHeader } from "@/app/_ui/card";
import { DescriptionList } from "@/app/_ui/description-list";
import { ErrorState } from "@/app/_ui/error-state";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { PageHeader } from "@/app/_ui/page-header";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonRows } from "@/app/_ui/skeleton";
import { Cell, Column, Row, Table, TableBody, TableHead } from "@/app/_ui/table";
import { type Transaction, useLedgerWords } from "./use-ledger-words";

const ledger = (transactionId: string) => `/admin/money/ledger/${transactionId}`;

/** One transaction of the books with everything behind it. */
export function TransactionView({ transactionId }: { transactionId: string }) {
	const t = useTranslations("ledger.transaction");
	const words = useLedgerWords();
	const query = useQuery(useTRPC().billing.transaction.queryOptions({ transactionId }));
	if (query.isError) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
	if (!query.data) return <SkeletonRows />;
	const { reversedBy } = query.data;
	return (
		<>
			<PageHeader
				title={t("title", { number: transactionId })}
				back={{ href: "/admin/money/ledger", label: t("back") }}
				status={
					<StatusPill tone={reversedBy ? "warn" : "good"}>{reversedBy ? t("reversed") : t("inForce")}</StatusPill>
				}
				help={words.kind(query.data)}
			/>
			<div className="grid items-start gap-6 xl:grid-cols-2">
				<Card>
					<CardHeader title={t("postings")} help={t("postingsHelp")} />
					<Postings transaction={query.data} />
				</Card>
				<Card>
					<CardHeader title={t("facts")} />
					<Facts transaction={query.data} />
				</Card>
			</div>
		</>
	);
}

function Postings({ transaction: { postings } }: { transaction: Transaction }) {
	const t = useTranslations("ledger.transaction");
	const format = useFormat();
	const words = useLedgerWords();
	return (
		<Table caption={t("postings")}>
			<TableHead>
				<Column>{t("account")}</Column>
				<Column numeric>{t("amount")}</Column>
			</TableHead>
			<TableBody>
				{postings.map((posting) => (
					<Row key={posting.line}>
						<Cell>{words.account(posting)}</Cell>
						<Cell numeric>{format.money(posting.amount, { plus: true })}</Cell>
					</Row>
				))}
			</TableBody>
		</Table>
	);
}

function Facts({ transaction }: { transaction: Transaction }) {
	const t = useTranslations("ledger.transaction");
	const format = useFormat();
	const { order, reverses, reversedBy, seal, actor } = transaction;
	const link = (number: string) => <Link href={ledger(number)}>{t("title", { number })}</Link>;
	return (
		<DescriptionList
			items={[
				{ term: t("reason"), description: transaction.reason },
				{ term: t("date"), description: format.calendarDate(transaction.businessDate) },
				{ term: t("at"), description: format.dateTime(transaction.at) },
				{ term: t("recorded"), description: format.dateTime(transaction.recordedAt) },
				...(order
					? [
							{
								term: t("order"),
								description: (
									<>
										<Link href={`/admin/orders/${order.orderId}`}>{order.orderNumber}</Link>{" "}
										<span className="text-muted">{t("policies", { version: order.moneyPolicyVersion })}</span>
									</>
								),
							},
						]
					: []),
				...(reverses ? [{ term: t("reverses"), description: link(reverses) }] : []),
				...(reversedBy ? [{ term: t("reversedBy"), description: link(reversedBy) }] : []),
				{
					term: t("actor"),
					description:
						actor.name ?? (actor.kind === "system" ? t("house", { name: actor.id ?? "" }) : (actor.id ?? "–")),
				},
				{ term: t("cause"), description: <Cause cause={transaction.cause} /> },
				{ term: t("key"), description: <code className="text-xs">{transaction.idempotencyKey}</code> },
				{
					term: t("seal"),
					description: seal ? (
						<>
							{format.calendarDate(seal.day)} <code className="text-xs">{seal.hash.slice(0, 16)}…</code>
						</>
					) : (
						t("notSealed")
					),
				},
			]}
		/>
	);
}

/** A cause is an event, a run or a request; the first of them has a page of its own. */
function Cause({ cause }: { cause: string }) {
	const t = useTranslations("ledger.transaction");
	const event = useQuery({ ...useTRPC().events.get.queryOptions({ id: cause }), retry: false });
	const id = <code className="text-xs">{cause}</code>;
	if (!event.data) return id;
	return (
		<Link href={`/admin/system/events/${encodeURIComponent(cause)}`}>{t("event", { name: event.data.name })}</Link>
	);
}
