"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Card, CardHeader } from "@/app/_ui/card";
import { DescriptionList } from "@/app/_ui/description-list";
import { ErrorState } from "@/app/_ui/error-state";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { PageHeader } from "@/app/_ui/page-header";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonRows } from "@/app/_ui/skeleton";
import { Timeline } from "@/app/_ui/timeline";
import { DeliveryStatePill } from "./delivery-state";
import { JsonBlock } from "./json-block";
import { ReasonDialog } from "./reason-dialog";

const tones = { accepted: "good", refused: "bad", unreachable: "warn" } as const;

/** One message: what it says, how it was handed over, and its copies that were sent later. */
export function DeliveryView({ messageId, admin }: { messageId: string; admin: boolean }) {
	const t = useTranslations("system.delivery");
	const list = useTranslations("system.deliveries");
	const format = useFormat();
	const trpc = useTRPC();
	const [resending, setResending] = useState(false);
	const resend = useMutation(trpc.notifications.resend.mutationOptions());
	const message = useQuery(trpc.notifications.getDelivery.queryOptions({ messageId }));
	if (message.isError) return <ErrorState error={message.error} retry={() => void message.refetch()} />;
	if (!message.data) return <SkeletonRows />;
	const { subject, status, recipientName, email, locale, createdAt, orderId, copyOf, text, attempts, copies } =
		message.data;
	const confirm = async (given: { reason: string; idempotencyKey: string }) => {
		await resend.mutateAsync({ messageId, ...given });
		await message.refetch();
	};
	const linked = (id: string, label: string) => <Link href={`/admin/system/deliveries/${id}`}>{label}</Link>;
	return (
		<>
			<PageHeader
				title={subject}
				back={{ href: "/admin/system/deliveries", label: list("title") }}
				status={<DeliveryStatePill state={status} />}
				actions={
					<Button
						onClick={() => setResending(true)}
						{...(!admin && { disabledReason: t("adminsOnly") })}
						{...(admin && status === "queued" && { disabledReason: t("stillQueued") })}
					>
						{t("resend")}
					</Button>
				}
			/>
			<div className="grid items-start gap-6 xl:grid-cols-[3fr_2fr]">
				<Card>
					<CardHeader title={t("text")} />
					<p lang={locale} className="whitespace-pre-wrap wrap-anywhere text-body">
						{text}
					</p>
				</Card>
				<div className="space-y-6">
					<Card>
						<CardHeader title={t("facts")} />
						<DescriptionList
							items={[
								{ term: t("to_"), description: recipientName },
								{ term: t("email"), description: email },
								{ term: t("at"), description: format.dateTime(createdAt) },
								...(orderId
									? [{ term: t("order"), description: <Link href={`/admin/orders/${orderId}`}>{t("openOrder")}</Link> }]
									: []),
								...(copyOf ? [{ term: t("copyOf"), description: linked(copyOf, t("openFirst")) }] : []),
								...copies.map((copy) => ({
									key: copy.id,
									term: t("sentAgain"),
									description: linked(copy.id, `${format.dateTime(copy.createdAt)}, ${copy.email}`),
								})),
							]}
						/>
					</Card>
					<Card>
						<CardHeader title={t("attempts")} />
						{attempts.length === 0 ? (
							<p className="text-muted">{t(status === "mailbox" ? "onlyMailbox" : "noAttempts")}</p>
						) : (
							<Timeline
								entries={attempts.map((attempt) => ({
									key: String(attempt.id),
									title: t(`outcomes.${attempt.outcome}`),
									at: format.dateTime(attempt.at),
									tone: tones[attempt.outcome],
									...(attempt.detail && { children: <JsonBlock label={t("detail")} value={attempt.detail} /> }),
								}))}
							/>
						)}
					</Card>
				</div>
			</div>
			{resending && <ReasonDialog deed="resend" onConfirm={confirm} onClose={() => setResending(false)} />}
		</>
	);
}
