"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Dialog, DialogActions } from "@/app/_ui/dialog";
import { FieldGroup } from "@/app/_ui/field";
import { makeSending } from "@/app/_ui/form/sending";
import { Notice } from "@/app/_ui/notice";
import { useRefusalText } from "@/app/_ui/query/use-refusal-text";
import { RadioCards } from "@/app/_ui/radio-cards";
import { SANDBOX_CARDS } from "@/server/contexts/billing/contracts";
import type { MethodChoice, PaymentMethod } from "./types";

type Props = PaymentMethod & {
	open: boolean;
	onOpenChange: (open: boolean) => void;
	/** Leads to the page where a card is left. */
	onCard: (idempotencyKey: string) => Promise<void>;
	onChoose: (choice: MethodChoice, idempotencyKey: string) => Promise<void>;
};

const TRANSFER = "bank-transfer";
const CARD = "stripe-card";

/** One of the ways to pay: a transfer, or a card where there is a service that charges cards. */
export default function MethodDialog({ open, onOpenChange, chosen, cardKind, onCard, onChoose }: Props) {
	const t = useTranslations("payments.method");
	const refusalText = useRefusalText();
	const [value, setValue] = useState(
		chosen?.kind === "sandbox-card" ? chosen.label : cardKind === CARD ? CARD : TRANSFER,
	);
	const [sending] = useState(makeSending);
	const [pending, setPending] = useState(false);
	const [error, setError] = useState<unknown>(null);
	const cards = cardKind === "sandbox-card" ? SANDBOX_CARDS : [];
	const send = () =>
		sending.alone(async () => {
			setPending(true);
			setError(null);
			const card = cards.find((known) => known === value);
			try {
				if (value === CARD) await onCard(sending.key());
				else await onChoose(card ? { kind: "sandbox-card", card } : { kind: TRANSFER }, sending.key());
				sending.succeeded();
			} catch (refusal) {
				setError(refusal);
			} finally {
				setPending(false);
			}
		});
	return (
		<Dialog open={open} onOpenChange={onOpenChange} title={t("dialog")}>
			<FieldGroup label={t("pick")} help={cards.length > 0 ? t("sandboxHelp") : undefined}>
				{({ id: _, ...aria }) => (
					<RadioCards
						{...aria}
						name="method"
						value={value}
						onChange={setValue}
						cards={[
							...cards.map((card) => ({ value: card, title: t("sandbox", { card }) })),
							...(cardKind === CARD ? [{ value: CARD, title: t("newCard"), help: t("newCardHelp") }] : []),
							{ value: TRANSFER, title: t("transfer"), help: t("transferHelp") },
						]}
					/>
				)}
			</FieldGroup>
			{error !== null && (
				<Notice tone="bad" live className="mt-4">
					{refusalText(error)}
				</Notice>
			)}
			<DialogActions>
				<Button look="quiet" onClick={() => onOpenChange(false)}>
					{t("keep")}
				</Button>
				<Button look="primary" pending={pending} onClick={() => void send()}>
					{t("use")}
				</Button>
			</DialogActions>
		</Dialog>
	);
}
