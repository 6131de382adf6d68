"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ErrorState } from "@/app/_ui/error-state";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonRows } from "@/app/_ui/skeleton";

/** A mail as its reader sees it, in a frame of its own that may run nothing. */
export function Letter({ messageId }: { messageId: string }) {
	const t = useTranslations("demo.mailbox");
	const trpc = useTRPC();
	const mail = useQuery(trpc.notifications.mailboxMessage.queryOptions({ messageId }));
	if (mail.isPending) return <SkeletonRows rows={6} columns={1} />;
	if (mail.isError) return <ErrorState error={mail.error} retry={() => void mail.refetch()} />;
	const { subject, email, html } = mail.data;
	return (
		<article className="overflow-hidden rounded-md border border-line bg-surface md:sticky md:top-4">
			<header className="border-line border-b px-4 py-3">
				<h2 className="font-semibold">{subject}</h2>
				<p className="text-muted text-sm">{t("to", { address: email })}</p>
			</header>
			<iframe
				title={t("frame", { subject })}
				srcDoc={html}
				sandbox="allow-popups allow-popups-to-escape-sandbox"
				className="h-[70dvh] w-full"
			/>
		</article>
	);
}
