"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { ErrorState } from "@/app/_ui/error-state";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { LiveGlow } from "@/app/_ui/live/live-glow";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonRows } from "@/app/_ui/skeleton";
import { InvoiceStatus } from "./invoice-status";
import type { InvoiceHead } from "./types";

/** All invoices, the newest first. */
export function InvoiceList() {
	const t = useTranslations("billing.invoices");
	const trpc = useTRPC();
	const list = useInfiniteQuery(
		trpc.billing.listInvoices.infiniteQueryOptions({}, { getNextPageParam: (page) => page.nextCursor }),
	);
	const invoices = list.data?.pages.flatMap((page) => page.invoices) ?? [];
	return (
		<section aria-label={t("title")} className="mt-10">
			<h2 className="mb-3 font-semibold text-lg">{t("title")}</h2>
			{list.isPending && <SkeletonRows rows={2} columns={2} />}
			{list.isError && <ErrorState error={list.error} retry={() => void list.refetch()} />}
			{list.isSuccess && invoices.length === 0 && <p className="text-muted">{t("none")}</p>}
			{invoices.length > 0 && (
				<LiveGlow watch={invoices[0]?.number ?? ""}>
					<ul className="divide-y divide-line rounded-md border border-line bg-surface px-4 sm:px-6">
						{invoices.map((invoice) => (
							<InvoiceItem key={invoice.invoiceId} invoice={invoice} />
						))}
					</ul>
				</LiveGlow>
			)}
			{list.hasNextPage && (
				<Button className="mt-4" pending={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
					{t("more")}
				</Button>
			)}
		</section>
	);
}

function InvoiceItem({ invoice }: { invoice: InvoiceHead }) {
	const t = useTranslations("billing");
	const format = useFormat();
	const { invoiceId, number, issuedAt, lineCount, total, status } = invoice;
	return (
		<li className="flex items-baseline justify-between gap-4 py-3">
			<div className="min-w-0">
				<Link href={`/billing/invoices/${invoiceId}`} className="whitespace-nowrap">
					{t("invoice.title", { number })}
				</Link>
				<p className="figures text-muted text-sm">
					{format.date(issuedAt)} · {t("invoices.lines", { count: lineCount })}
				</p>
			</div>
			<div className="flex shrink-0 flex-col items-end gap-x-3 gap-y-1 sm:flex-row-reverse sm:items-baseline">
				<p data-figures className="font-medium">
					{format.money(total)}
				</p>
				<InvoiceStatus status={status} total={total} />
			</div>
		</li>
	);
}
