"use client";

import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { DescriptionList } from "@/app/_ui/description-list";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Sheet } from "@/app/_ui/sheet";
import type { List } from "@/app/_ui/table-kit/use-list";
import type { AppRouter } from "@/server/trpc/root";

export type AuditEntry = inferRouterOutputs<AppRouter>["audit"]["entries"]["rows"][number];

/** What whoever acted is called. */
export function useActorName(): (actor: AuditEntry["actor"]) => string {
	const t = useTranslations("officeLists.audit");
	return ({ kind, id, name }) =>
		name ?? (kind === "system" ? t("house", { name: id ?? "" }) : kind === "visitor" ? t("visitor") : (id ?? ""));
}

type Props = { entry: AuditEntry; list: List; onClose: () => void };

/** One entry with all that is noted, and the way to all of the same actor, action or subject. */
export function EntryDialog({ entry, list, onClose }: Props) {
	const t = useTranslations("officeLists.audit");
	const format = useFormat();
	const actorName = useActorName();
	const only = (filter: string, value: string | null) =>
		value && (
			<Button
				size="small"
				look="quiet"
				onClick={() => {
					list.put({ [filter]: value });
					onClose();
				}}
			>
				{t("only")}
			</Button>
		);
	return (
		<Sheet open onOpenChange={onClose} title={entry.action} help={format.dateTime(entry.at)}>
			<div className="space-y-6">
				<DescriptionList
					items={[
						{
							term: t("columns.actor"),
							description: (
								<>
									{actorName(entry.actor)} {only("actor", entry.actor.id)}
								</>
							),
						},
						{
							term: t("columns.action"),
							description: (
								<>
									{entry.action} {only("action", entry.action)}
								</>
							),
						},
						{
							term: t("columns.subject"),
							description: (
								<>
									{entry.subject} {only("subject", entry.subject)}
								</>
							),
						},
						{ term: t("columns.reason"), description: entry.reason || "–" },
						{ term: t("columns.address"), description: entry.address ?? "–" },
						{ term: t("recorded"), description: format.dateTime(entry.recordedAt) },
						{ term: t("request"), description: entry.requestId },
					]}
				/>
				<Noted title={t("before")} value={entry.before} />
				<Noted title={t("after")} value={entry.after} />
			</div>
		</Sheet>
	);
}

function Noted({ title, value }: { title: string; value: unknown }) {
	const t = useTranslations("officeLists.audit");
	return (
		<section>
			<h3 className="mb-1 font-semibold">{title}</h3>
			{value === null ? (
				<p className="text-muted">{t("nothing")}</p>
			) : (
				<pre className="wrap-anywhere whitespace-pre-wrap rounded-md bg-sunken p-3 font-mono text-xs">
					{JSON.stringify(value, null, "\t")}
				</pre>
			)}
		</section>
	);
}
