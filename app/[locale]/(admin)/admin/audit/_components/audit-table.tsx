"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { useFormat } from "@/app/_ui/format/format-provider";
import { useTRPC } from "@/app/_ui/query/trpc";
import { ChoiceFilter, DayFilter, Filters } from "@/app/_ui/table-kit/filters";
import { ListTable } from "@/app/_ui/table-kit/list-table";
import { PersonFilter } from "@/app/_ui/table-kit/person-filter";
import { useListed } from "@/app/_ui/table-kit/use-listed";
import { auditList } from "@/server/platform/audit/contracts";
import { type AuditEntry, EntryDialog, useActorName } from "./entry-dialog";

/** Every privileged action, as the address asks for them; one opens with what was before and after. */
export function AuditTable() {
	const t = useTranslations("officeLists.audit");
	const format = useFormat();
	const actorName = useActorName();
	const trpc = useTRPC();
	const {
		list,
		query: entries,
		count,
	} = useListed(auditList, {
		rows: (asked) => trpc.audit.entries.queryOptions(asked),
		count: (filters) => trpc.audit.entriesCount.queryOptions(filters),
	});
	const actions = useQuery(trpc.audit.actions.queryOptions());
	const [shown, show] = useState<AuditEntry | null>(null);
	const { subject } = list.asked;
	const first = entries.data?.rows[0];
	return (
		<>
			<ListTable
				list={list}
				caption={t("caption")}
				columns={[
					{
						id: "at",
						label: t("columns.at"),
						header: true,
						sort: "at",
						className: "figures whitespace-nowrap font-normal",
						cell: ({ at }) => format.dateTime(at),
					},
					{ id: "actor", label: t("columns.actor"), cell: (entry) => actorName(entry.actor) },
					{
						id: "action",
						label: t("columns.action"),
						cell: (entry) => (
							<Button
								size="small"
								look="quiet"
								className="-mx-3 max-w-full font-normal"
								aria-label={t("show", { action: entry.action })}
								onClick={() => show(entry)}
							>
								<span className="truncate">{entry.action}</span>
							</Button>
						),
					},
					{
						id: "subject",
						label: t("columns.subject"),
						from: "desk",
						className: "figures text-muted",
						cell: (entry) => entry.subject,
					},
					{ id: "reason", label: t("columns.reason"), from: "tablet", cell: ({ reason }) => reason || "–" },
					{
						id: "address",
						label: t("columns.address"),
						from: "desk",
						className: "figures",
						cell: ({ address }) => address ?? "–",
					},
					{
						id: "recorded",
						label: t("columns.recorded"),
						extra: true,
						className: "figures whitespace-nowrap",
						cell: ({ recordedAt }) => format.dateTime(recordedAt),
					},
				]}
				query={entries}
				count={count}
				idOf={({ entryId }) => entryId}
				nameOf={({ at }) => t("name", { at: format.dateTime(at) })}
				onOpen={show}
				watch={({ entryId }) => entryId}
				exportPath="/api/exports/audit"
				empty={{ title: t("none"), help: t("noneHelp") }}
			>
				<Filters list={list}>
					<PersonFilter
						list={list}
						name="actor"
						by="accountId"
						label={t("who")}
						all={t("anybody")}
						chosenName={first && actorName(first.actor)}
					/>
					<ChoiceFilter
						list={list}
						name="action"
						label={t("action")}
						all={t("anyAction")}
						choices={(actions.data ?? []).map((known) => ({ value: known, label: known }))}
					/>
					{subject && (
						<ChoiceFilter
							list={list}
							name="subject"
							label={t("subject")}
							all={t("anybody")}
							choices={[{ value: subject, label: subject }]}
						/>
					)}
					<DayFilter list={list} name="from" label={t("from")} />
					<DayFilter list={list} name="to" label={t("to")} />
				</Filters>
			</ListTable>
			{shown && <EntryDialog entry={shown} list={list} onClose={() => show(null)} />}
		</>
	);
}
