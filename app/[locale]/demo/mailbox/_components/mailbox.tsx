"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { cn } from "@/app/_ui/cn";
import { EmptyState } from "@/app/_ui/empty-state";
import { ErrorState } from "@/app/_ui/error-state";
import { useFormat } from "@/app/_ui/format/format-provider";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonRows } from "@/app/_ui/skeleton";
import { Letter } from "./letter";

/** Every mail of the demo: the list, and beside it the one that is being read. */
export function Mailbox() {
	const t = useTranslations("demo.mailbox");
	const common = useTranslations("common.actions");
	const format = useFormat();
	const trpc = useTRPC();
	const [chosen, setChosen] = useState<string | null>(null);
	const mails = useInfiniteQuery(
		trpc.notifications.mailbox.infiniteQueryOptions({}, { getNextPageParam: (page) => page.nextCursor ?? undefined }),
	);
	if (mails.isPending) return <SkeletonRows />;
	if (mails.isError) return <ErrorState error={mails.error} retry={() => void mails.refetch()} />;
	const messages = mails.data.pages.flatMap((page) => page.messages);
	if (messages.length === 0) return <EmptyState title={t("empty")} />;
	return (
		<div className="grid items-start gap-6 md:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
			<div>
				<ul className="divide-y divide-line overflow-hidden rounded-md border border-line bg-surface">
					{messages.map((message) => (
						<li key={message.id}>
							<button
								type="button"
								aria-pressed={message.id === chosen}
								onClick={() => setChosen(message.id)}
								className={cn(
									"block w-full px-4 py-3 text-left transition-colors hover:bg-hover",
									message.id === chosen && "bg-sunken",
								)}
							>
								<span className="block truncate font-medium">{message.subject}</span>
								<span className="flex justify-between gap-4 text-muted text-sm">
									<span className="truncate">{message.recipientName}</span>
									<time dateTime={message.createdAt.toISOString()} className="shrink-0">
										{format.dateTime(message.createdAt)}
									</time>
								</span>
							</button>
						</li>
					))}
				</ul>
				{mails.hasNextPage && (
					<Button className="mt-4" onClick={() => void mails.fetchNextPage()} pending={mails.isFetchingNextPage}>
						{common("more")}
					</Button>
				)}
			</div>
			{chosen ? <Letter messageId={chosen} /> : <p className="p-4 text-muted">{t("choose")}</p>}
		</div>
	);
}
