"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Badge } from "@/app/_ui/badge";
import { Button } from "@/app/_ui/button";
import { Card, CardHeader } from "@/app/_ui/card";
import { useFormat } from "@/app/_ui/format/format-provider";
import { later } from "@/app/_ui/later";
import { Link } from "@/app/_ui/link";
import { Timeline } from "@/app/_ui/timeline";
import type { VacancyId } from "@/server/kernel/ids";
import { DifferenceList } from "./compare-versions";
import { type RuleVersion, type Screening, useRuleFacts } from "./use-rule-facts";

const ActivateDialog = later(() => import("./activate-dialog"));

type Props = { vacancyId: VacancyId; screening: Screening };

/** Every version with what it changed, by whom; each can be put into force, or made a new one of. */
export function RuleVersions({ vacancyId, screening }: Props) {
	const t = useTranslations("screening");
	const format = useFormat();
	const { words } = useRuleFacts();
	const { inForce, versions } = screening;
	const [chosen, choose] = useState<RuleVersion | null>(null);
	const versionOf = (number: number | null) => versions.find(({ version }) => version === number);
	return (
		<Card>
			<CardHeader title={t("rules.versions")} />
			<Timeline
				entries={versions.map((version) => ({
					...{
						key: String(version.version),
						tone: version.version === inForce ? ("good" as const) : ("neutral" as const),
					},
					at: version.createdAt ? format.dateTime(version.createdAt) : "",
					title: (
						<span className="flex flex-wrap items-center gap-2">
							{words.version(version)}
							{version.version === inForce && <Badge tone="good">{t("rules.inForce")}</Badge>}
						</span>
					),
					by: version.version === 0 ? t("rules.first") : (version.author?.name ?? t("nobody")),
					children: (
						<>
							<Changes version={version} before={versionOf(version.basedOn)} />
							<p className="mt-2 flex flex-wrap gap-2">
								{version.version !== inForce && (
									<Button size="small" onClick={() => choose(version)}>
										{version.version < inForce ? t("rules.rollBack") : t("rules.activate")}
									</Button>
								)}
								<Button asChild size="small" look="quiet">
									<Link look="plain" href={`/admin/hiring/rules/edit?vacancy=${vacancyId}&from=${version.version}`}>
										{t("rules.editFrom")}
									</Link>
								</Button>
							</p>
						</>
					),
				}))}
			/>
			{chosen && (
				<ActivateDialog
					vacancyId={vacancyId}
					version={chosen}
					instead={versionOf(inForce) ?? chosen}
					onClose={() => choose(null)}
				/>
			)}
		</Card>
	);
}

function Changes({ version, before }: { version: RuleVersion; before: RuleVersion | undefined }) {
	const t = useTranslations("screening.rules");
	const { differences, words } = useRuleFacts();
	if (!before) return null;
	return (
		<>
			<p className="text-muted text-sm">{t("basedOn", { version: words.version(before) })}</p>
			<DifferenceList differences={differences(before.rule, version.rule)} none={t("noChange")} />
		</>
	);
}
