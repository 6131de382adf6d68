"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Card, CardHeader } from "@/app/_ui/card";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { useTRPC } from "@/app/_ui/query/trpc";
import { Cell, Column, Row, Table, TableBody, TableHead } from "@/app/_ui/table";
import { Timeline } from "@/app/_ui/timeline";
import { ChainSketch } from "./chain-sketch";
import { InForceDialog } from "./in-force-dialog";
import { OutcomesCard } from "./outcomes-card";
import { VersionState } from "./version-state";

/** What is in force, how to get back, and every version there ever was. */
export function VersionsView() {
	const t = useTranslations("matching.versions");
	const format = useFormat();
	const trpc = useTRPC();
	const { data } = useSuspenseQuery(trpc.matching.pipelines.queryOptions());
	const [isRollingBack, setRollingBack] = useState(false);
	const { active, before, pipelines, activations } = data;
	const inForce = pipelines.find(({ version }) => version === active);
	return (
		<div className="space-y-6">
			{inForce && (
				<Card>
					<CardHeader
						title={t("inForce", { version: inForce.version })}
						help={inForce.note || t("inForceHelp")}
						actions={
							<>
								{before !== null && (
									<Button onClick={() => setRollingBack(true)}>
										<Undo2 aria-hidden />
										{t("rollBack", { version: before })}
									</Button>
								)}
								<Button asChild look="primary">
									<Link look="plain" href={`/admin/matching/${inForce.version}`}>
										{t("edit")}
									</Link>
								</Button>
							</>
						}
					/>
					<ChainSketch steps={inForce.steps} />
				</Card>
			)}
			<Card>
				<CardHeader title={t("all")} />
				<Table caption={t("all")}>
					<TableHead>
						<Column numeric>{t("columns.version")}</Column>
						<Column>{t("columns.state")}</Column>
						<Column>{t("columns.note")}</Column>
						<Column numeric className="max-md:hidden">
							{t("columns.steps")}
						</Column>
						<Column className="max-md:hidden">{t("columns.author")}</Column>
						<Column className="max-md:hidden">{t("columns.changed")}</Column>
						<Column>{t("columns.compare")}</Column>
					</TableHead>
					<TableBody>
						{pipelines.map(({ version, status, percent, note, steps, author, changedAt, createdAt }) => (
							<Row key={version}>
								<Cell numeric header>
									<Link href={`/admin/matching/${version}`}>{version}</Link>
								</Cell>
								<Cell>
									<VersionState status={status} percent={percent} />
								</Cell>
								<Cell className="min-w-40">{note || <span className="text-muted">{t("noNote")}</span>}</Cell>
								<Cell numeric className="max-md:hidden">
									{steps.filter(({ on }) => on).length}
								</Cell>
								<Cell className="max-md:hidden">{author.name ?? t("house")}</Cell>
								<Cell className="figures max-md:hidden">
									{createdAt.getTime() > 0 ? format.dateTime(changedAt ?? createdAt) : "–"}
								</Cell>
								<Cell>
									{version !== active && active !== null && (
										<Link look="quiet" href={`/admin/matching/compare?from=${active}&to=${version}`}>
											{t("compare", { version: active })}
										</Link>
									)}
								</Cell>
							</Row>
						))}
					</TableBody>
				</Table>
			</Card>
			<OutcomesCard />
			{activations.length > 0 && (
				<Card>
					<CardHeader title={t("history")} />
					<Timeline
						dense
						entries={activations.map(({ number, version, replaced, at, author, reason }) => ({
							...{ key: String(number), at: format.dateTime(at), dateTime: at.toISOString() },
							...{ title: t("cameInForce", { version, replaced }), by: author.name ?? t("house"), children: reason },
						}))}
					/>
				</Card>
			)}
			{isRollingBack && before !== null && active !== null && (
				<InForceDialog
					deed={{ kind: "roll-back", version: before }}
					active={active}
					onClose={() => setRollingBack(false)}
				/>
			)}
		</div>
	);
}
