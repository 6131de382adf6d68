"use client";

import { useLocale, useTranslations } from "next-intl";
import { Avatar } from "@/app/_ui/avatar";
import { Card } from "@/app/_ui/card";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { breeds, coats } from "@/server/contexts/hiring/contracts";
import { languages } from "@/server/contexts/hiring/contracts/applications";
import { Fact, ReachFacts } from "../../../../_components/person-facts";
import type { Candidate } from "../../_components/candidate";

const known = <Value extends string>(list: readonly Value[], value: string) => list.find((one) => one === value);

/** What the cat has told of itself, and who it may be besides. */
export function ApplicationCard({ candidate }: { candidate: Candidate }) {
	const t = useTranslations("candidates");
	const workers = useTranslations("workers");
	const locale = useLocale();
	const format = useFormat();
	const { applicationId, name, age, photoId, email, phone, submittedAt, workerId, erasedAt } = candidate;
	const [breed, coat] = [known(breeds, candidate.breed), known(coats, candidate.coat)];
	const looks = [
		breed && workers(`breeds.${breed}`),
		coat && workers(`coats.${coat}`).toLowerCase(),
		workers("view.age", { age }),
	];
	const spoken = candidate.languages.flatMap((language) => known(languages, language) ?? []);
	return (
		<Card className="space-y-6">
			<div className="flex flex-col items-center gap-3 text-center">
				<Avatar
					size="huge"
					cat={{ breed: candidate.breed, coat: candidate.coat, seed: applicationId }}
					photo={photoId && `/api/files/${photoId}`}
					label={workers("form.portrait", { name })}
				/>
				{!erasedAt && <p className="text-muted">{looks.filter(Boolean).join(", ")}</p>}
			</div>
			<dl className="space-y-2">
				<Fact name={t("view.vacancy")}>{candidate.vacancyName[locale]}</Fact>
				<Fact name={t("view.applied")}>{format.dateTime(submittedAt)}</Fact>
				{!erasedAt && (
					<>
						<ReachFacts phone={phone} email={email} />
						<Fact name={t("view.languages")}>{spoken.map((language) => t(`languages.${language}`)).join(", ")}</Fact>
					</>
				)}
				{workerId && (
					<Fact name={t("view.worker")}>
						<Link href={`/admin/workers/${workerId}`}>{t("view.openWorker")}</Link>
					</Fact>
				)}
			</dl>
			{!erasedAt && (
				<section>
					<h2 className="mb-2 font-semibold">{t("view.words")}</h2>
					<p className="wrap-anywhere whitespace-pre-line">{candidate.words || t("view.noWords")}</p>
				</section>
			)}
			{candidate.duplicates.length > 0 && <Duplicates duplicates={candidate.duplicates} />}
		</Card>
	);
}

const reasons = ["email", "phone", "name", "network", "worker"] as const;

function Duplicates({ duplicates }: Pick<Candidate, "duplicates">) {
	const t = useTranslations("candidates");
	const states = useTranslations("office.candidateStates");
	const format = useFormat();
	return (
		<section>
			<h2 className="font-semibold">{t("view.duplicates")}</h2>
			<p className="mb-2 text-muted text-sm">{t("view.duplicatesHelp")}</p>
			<ul className="space-y-2">
				{duplicates.map((other) => (
					<li key={other.applicationId}>
						<Link href={`/admin/hiring/candidates/${other.applicationId}`}>
							{t("view.duplicate", {
								...{ name: other.name, state: states(other.state).toLowerCase() },
								date: format.date(other.submittedAt),
							})}
						</Link>
						<p className="text-muted text-sm">
							{other.reasons
								.flatMap((reason) => known(reasons, reason) ?? [])
								.map((reason) => t(`view.same.${reason}`))
								.join(", ")}
						</p>
					</li>
				))}
			</ul>
		</section>
	);
}
