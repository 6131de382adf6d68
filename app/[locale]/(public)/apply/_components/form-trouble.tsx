"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/app/_ui/notice";
import type { useApplication } from "./use-application";

type Application = Pick<ReturnType<typeof useApplication>, "queue" | "trouble" | "faults" | "vacancies">;
/** In the order in which they stand in the form. */
const named = [
	...["vacancyId", "name", "email", "phone", "age", "breed", "coat", "languages", "photo", "words", "consent"],
] as const;
export type Named = (typeof named)[number];
export const namedFaults = (faults: readonly string[]): Named[] => named.filter((name) => faults.includes(name));

type Props = { application: Application; onChoose: (name: Named) => void };

/** What stands between the cat and its application: a line, a refusal, or something that is missing. */
export function FormTrouble({ application: { queue, trouble, faults, vacancies }, onChoose }: Props) {
	const t = useTranslations("apply.form");
	const refusals = useTranslations("refusals");
	if (queue) {
		return (
			<Notice tone="info" title={t("queue.title")} live>
				<p>{queue.place === null ? t("queue.long") : t("queue.place", { place: queue.place })}</p>
				<p>{t("queue.kept")}</p>
			</Notice>
		);
	}
	if (vacancies?.length === 0) return <Notice tone="warn">{t("closed")}</Notice>;
	if (trouble === "no-network" || trouble === "no-proof") {
		return (
			<Notice tone="bad" live>
				{t(trouble === "no-proof" ? "robot.impossible" : "noNetwork")}
			</Notice>
		);
	}
	if (trouble) {
		const key = trouble.code as Parameters<typeof refusals>[0];
		return (
			<Notice tone="bad" live>
				{key && refusals.has(key) ? refusals(key, trouble.details) : t("generic")}
			</Notice>
		);
	}
	if (faults.length === 0) return null;
	const missing = namedFaults(faults);
	if (missing.length === 0) {
		return (
			<Notice tone="bad" live>
				{t("generic")}
			</Notice>
		);
	}
	return (
		<Notice tone="bad" title={t("errors.summary")} live>
			<ul className="space-y-1">
				{missing.map((name) => (
					<li key={name}>
						<button
							type="button"
							className="rounded-sm text-left underline decoration-edge underline-offset-4 hover:decoration-ink"
							onClick={() => onChoose(name)}
						>
							{t(`errors.${name}`)}
						</button>
					</li>
				))}
			</ul>
		</Notice>
	);
}
