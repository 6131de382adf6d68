"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { DescriptionList } from "@/app/_ui/description-list";
import { Dialog, DialogActions } from "@/app/_ui/dialog";
import { Field } from "@/app/_ui/field";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { Notice } from "@/app/_ui/notice";
import { useTRPC } from "@/app/_ui/query/trpc";
import { useRefusalText } from "@/app/_ui/query/use-refusal-text";
import { TextArea } from "@/app/_ui/text-input";
import { toast } from "@/app/_ui/toasts";
import type { AppRouter } from "@/server/trpc/root";

export type Approval = inferRouterOutputs<AppRouter>["billing"]["approvals"]["rows"][number];

/** One thing that waits for a second manager: what, why, who asks, and the decision with a word about it. */
export function ApprovalDialog({ approval, onClose }: { approval: Approval; onClose: () => void }) {
	const t = useTranslations("payouts.office.approval");
	const format = useFormat();
	const { kind, subjectName, amount, reason, askedBy, askedAt, status, decidedBy, words } = approval;
	const open = status === "waiting";
	const ruling = useTranslations("rulings");
	const [what] = approval.subject.split(":");
	const isRuling = what === "payment" || what === "refund" || what === "transfer";
	const place = approval.invoiceId
		? `/admin/money/invoices/${approval.invoiceId}`
		: `/admin/money/payouts/${approval.payoutId}`;
	const facts = [
		...(isRuling && approval.became
			? [
					{ key: "says", term: ruling("says"), description: ruling(`${what}.${approval.became}`) },
					{ key: "about", term: ruling("about"), description: <Link href={place}>{subjectName}</Link> },
				]
			: []),
		{ term: t("reason"), description: reason },
		{ term: t("by"), description: askedBy.name ?? "–" },
		{ term: t("at"), description: format.dateTime(askedAt) },
		...(decidedBy ? [{ term: t("decidedBy"), description: [decidedBy.name, words].filter(Boolean).join(": ") }] : []),
	];
	return (
		<Dialog
			open
			onOpenChange={onClose}
			title={t("decideTitle", { kind, amount: format.money(amount), name: subjectName })}
		>
			<DescriptionList items={facts} />
			{open && approval.isMine && (
				<Notice tone="info" className="mt-4">
					{t("mine")}
				</Notice>
			)}
			{open && !approval.isMine && <Decision approval={approval} onClose={onClose} />}
		</Dialog>
	);
}

function Decision({ approval, onClose }: { approval: Approval; onClose: () => void }) {
	const t = useTranslations("payouts.office.approval");
	const ruling = useTranslations("rulings");
	const format = useFormat();
	const trpc = useTRPC();
	const queries = useQueryClient();
	const refusalText = useRefusalText();
	const [words, setWords] = useState("");
	const decide = useMutation({
		...trpc.billing.decideApproval.mutationOptions(),
		onSuccess: async (_done, { decision }) => {
			await queries.invalidateQueries({ queryKey: trpc.billing.pathKey() });
			toast.done(t(decision));
			onClose();
		},
	});
	const say = (decision: "approved" | "declined") =>
		decide.mutate({ approvalId: approval.approvalId, decision, words });
	return (
		<>
			<Field label={t("words")} help={t("wordsHelp")} optional className="mt-4">
				{(control) => (
					<TextArea {...control} rows={2} value={words} onChange={({ target }) => setWords(target.value)} />
				)}
			</Field>
			{decide.isError && (
				<Notice live tone="bad" className="mt-4">
					{refusalText(decide.error)}
				</Notice>
			)}
			<DialogActions>
				<Button pending={decide.isPending} onClick={() => say("declined")}>
					{t("decline")}
				</Button>
				<Button look="primary" pending={decide.isPending} onClick={() => say("approved")}>
					{approval.kind === "ruling" ? ruling("approve") : t("approve", { amount: format.money(approval.amount) })}
				</Button>
			</DialogActions>
		</>
	);
}
