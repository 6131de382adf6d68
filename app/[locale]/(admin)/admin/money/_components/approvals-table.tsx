"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { StatusPill } from "@/app/_ui/badge";
import { Button } from "@/app/_ui/button";
import { useFormat } from "@/app/_ui/format/format-provider";
import { useTRPC } from "@/app/_ui/query/trpc";
import { ChoiceFilter, Filters } from "@/app/_ui/table-kit/filters";
import { ListTable } from "@/app/_ui/table-kit/list-table";
import { useListed } from "@/app/_ui/table-kit/use-listed";
import { approvalsList } from "@/server/contexts/billing/contracts";
import { type Approval, ApprovalDialog } from "./approval-dialog";

const tones = { waiting: "warn", approved: "good", declined: "neutral" } as const;
const states = ["waiting", "approved", "declined"] as const;

/** What one manager may not decide alone, as the address asks for it; one opens to be decided. */
export function ApprovalsTable() {
	const t = useTranslations("payouts.office.approval");
	const format = useFormat();
	const trpc = useTRPC();
	const { list, query, count } = useListed(approvalsList, {
		rows: (asked) => trpc.billing.approvals.queryOptions(asked),
		count: (filters) => trpc.billing.approvalsCount.queryOptions(filters),
	});
	const [shown, show] = useState<Approval | null>(null);
	return (
		<>
			<ListTable
				list={list}
				caption={t("caption")}
				columns={[
					{
						id: "what",
						label: t("what"),
						header: true,
						cell: (approval) => (
							<Button size="small" look="quiet" className="-mx-3 max-w-full font-normal" onClick={() => show(approval)}>
								<span className="truncate">
									{t("kind", { kind: approval.kind })}: {approval.subjectName}
								</span>
							</Button>
						),
					},
					{ id: "amount", label: t("amount"), numeric: true, cell: ({ amount }) => format.money(amount) },
					{ id: "status", label: t("status"), cell: (one) => <Pill status={one.status} /> },
					{ id: "reason", label: t("reason"), from: "tablet", cell: ({ reason }) => reason },
					{ id: "by", label: t("by"), from: "desk", cell: ({ askedBy }) => askedBy.name ?? "–" },
					{
						id: "at",
						label: t("at"),
						from: "tablet",
						sort: "asked",
						className: "figures whitespace-nowrap",
						cell: ({ askedAt }) => format.dateTime(askedAt),
					},
				]}
				query={query}
				count={count}
				idOf={({ approvalId }) => approvalId}
				nameOf={({ subjectName, reason }) => `${subjectName}: ${reason}`}
				onOpen={show}
				watch={(one) => one.status}
				empty={{ title: t("none"), help: t("noneHelp") }}
			>
				<Filters list={list}>
					<ChoiceFilter
						list={list}
						name="status"
						label={t("filter")}
						all={t("all")}
						choices={states.map((value) => ({ value, label: t(`state.${value}`) }))}
					/>
				</Filters>
			</ListTable>
			{shown && <ApprovalDialog approval={shown} onClose={() => show(null)} />}
		</>
	);
}

function Pill({ status }: Pick<Approval, "status">) {
	const t = useTranslations("payouts.office.approval.state");
	return <StatusPill tone={tones[status]}>{t(status)}</StatusPill>;
}
