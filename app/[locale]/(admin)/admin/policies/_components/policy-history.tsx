"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { StatusPill, type Tone } from "@/app/_ui/badge";
import { Button } from "@/app/_ui/button";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Timeline } from "@/app/_ui/timeline";
import { policyFields } from "@/server/platform/policies/contracts";
import { type Rules, type RulesVersion, usePolicyWords } from "./use-policy-words";
import { WithdrawDialog } from "./withdraw-dialog";

const tones = { "in-force": "good", planned: "info", past: "neutral", withdrawn: "warn" } as const satisfies Record<
	RulesVersion["state"],
	Tone
>;

/** Each version with what it changed, by whom and why; one that is planned can be withdrawn. */
export function PolicyHistory({ rules: { set, versions }, admin }: { rules: Rules; admin: boolean }) {
	const t = useTranslations("policies");
	const format = useFormat();
	const [withdrawing, withdraw] = useState<number | null>(null);
	const newestStanding = versions.find(({ state }) => state !== "withdrawn")?.version;
	const isFirst = (version: RulesVersion) => version.effectiveFrom.getTime() === 0;
	return (
		<>
			<Timeline
				entries={versions.map((version) => ({
					key: String(version.version),
					at: isFirst(version) ? "" : t("from", { at: format.dateTime(version.effectiveFrom) }),
					tone: tones[version.state],
					title: (
						<span className="flex flex-wrap items-center gap-2">
							{t("version", { version: version.version })}
							<StatusPill tone={tones[version.state]}>{t(`states.${version.state}`)}</StatusPill>
						</span>
					),
					by: isFirst(version)
						? t("first")
						: t("by", { who: version.author.name ?? t("house"), reason: version.reason }),
					children: (
						<>
							<Changes set={set} version={version} />
							{admin && version.state === "planned" && version.version === newestStanding && (
								<Button size="small" className="mt-2" onClick={() => withdraw(version.version)}>
									{t("withdraw.button")}
								</Button>
							)}
						</>
					),
				}))}
			/>
			{withdrawing !== null && <WithdrawDialog set={set} version={withdrawing} onClose={() => withdraw(null)} />}
		</>
	);
}

function Changes({ set, version: { changes } }: { set: Rules["set"]; version: RulesVersion }) {
	const t = useTranslations("policies");
	const words = usePolicyWords();
	const fields = policyFields(set);
	if (changes.length === 0) return null;
	return (
		<ul className="mt-1 space-y-1 text-sm">
			{changes.map(({ path, before, after }) => {
				const field = fields.find((known) => known.path === path) ?? { kind: "text" as const };
				return (
					<li key={path}>
						{t("changed", {
							field: words.field(set, path),
							before: words.value(field, before),
							after: words.value(field, after),
						})}
					</li>
				);
			})}
		</ul>
	);
}
