"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { CreditCard, Landmark } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Card, CardHeader } from "@/app/_ui/card";
import { useWasOpen } from "@/app/_ui/dialog";
import { ErrorState } from "@/app/_ui/error-state";
import { later } from "@/app/_ui/later";
import { LiveGlow } from "@/app/_ui/live/live-glow";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonCards } from "@/app/_ui/skeleton";
import { toast } from "@/app/_ui/toasts";
import type { PaymentMethod as Method, MethodChoice } from "./types";

/** Fetched by those who change how they pay. */
const MethodDialog = later(() => import("./method-dialog"));

/** How invoices are paid, and a way to change it. */
export function PaymentMethod() {
	const t = useTranslations("payments.method");
	const trpc = useTRPC();
	const queryClient = useQueryClient();
	const [open, setOpen] = useState(false);
	const wasOpen = useWasOpen(open);
	const method = useQuery(trpc.billing.paymentMethod.queryOptions());
	const choose = useMutation(
		trpc.billing.chooseMethod.mutationOptions({
			onSuccess: () => queryClient.invalidateQueries(trpc.billing.pathFilter()),
		}),
	);
	const card = useMutation(trpc.billing.beginCard.mutationOptions());
	const leaveCard = async (idempotencyKey: string) => {
		const { url } = await card.mutateAsync({ idempotencyKey });
		window.location.assign(url);
	};
	if (method.isPending) return <SkeletonCards cards={1} />;
	if (method.isError) return <ErrorState error={method.error} retry={() => void method.refetch()} />;
	const { chosen, cardKind } = method.data;
	const send = async (choice: MethodChoice, idempotencyKey: string) => {
		await choose.mutateAsync({ idempotencyKey, method: choice });
		setOpen(false);
		toast.done(t("changed"));
	};
	return (
		<LiveGlow watch={chosen?.chosenAt.toISOString() ?? ""}>
			<Card id="method" aria-label={t("title")}>
				<CardHeader title={t("title")} className="mb-2" />
				<ChosenMethod chosen={chosen} />
				<Button className="mt-4" onClick={() => setOpen(true)}>
					{t(chosen ? "change" : "choose")}
				</Button>
				{wasOpen && (
					<MethodDialog
						open={open}
						onOpenChange={setOpen}
						chosen={chosen}
						cardKind={cardKind}
						onCard={leaveCard}
						onChoose={send}
					/>
				)}
			</Card>
		</LiveGlow>
	);
}

function ChosenMethod({ chosen }: Pick<Method, "chosen">) {
	const t = useTranslations("payments.method");
	if (!chosen) return <p className="text-muted">{t("none")}</p>;
	const Icon = chosen.kind === "bank-transfer" ? Landmark : CreditCard;
	return (
		<div className="flex items-start gap-3">
			<Icon aria-hidden className="mt-0.5 size-5 shrink-0 text-muted" />
			<div>
				<MethodName chosen={chosen} />
				<p className="text-muted text-sm">{t(chosen.kind === "bank-transfer" ? "transferHelp" : "cardHelp")}</p>
			</div>
		</div>
	);
}

function MethodName({ chosen: { kind, label } }: { chosen: NonNullable<Method["chosen"]> }) {
	const t = useTranslations("payments.method");
	if (kind === "bank-transfer") return <p className="font-medium">{t("transfer")}</p>;
	if (kind === "stripe-card") return <p className="font-medium">{t("card", { label })}</p>;
	return <p className="font-medium">{t("sandboxCard", { does: t("sandbox", { card: label }) })}</p>;
}
