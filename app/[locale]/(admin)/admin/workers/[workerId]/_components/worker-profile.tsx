"use client";

import { useQuery } from "@tanstack/react-query";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { useLocale, useTranslations } from "next-intl";
import { Avatar } from "@/app/_ui/avatar";
import { Card } from "@/app/_ui/card";
import { cn } from "@/app/_ui/cn";
import { useFormat } from "@/app/_ui/format/format-provider";
import { useTRPC } from "@/app/_ui/query/trpc";
import { breeds, coats } from "@/server/contexts/hiring/contracts";
import { Fact, ReachFacts } from "../../../_components/person-facts";

type Worker = inferOutput<ReturnType<typeof useTRPC>["hiring"]["getWorker"]>;

/** Who it is, how to reach it, and what it is good and bad at. */
export function WorkerProfile({ worker }: { worker: Worker }) {
	const t = useTranslations("workers");
	const format = useFormat();
	const { workerId, name, age, photoId, email, phone, addedAt } = worker;
	const breed = breeds.find((known) => known === worker.breed);
	const coat = coats.find((known) => known === worker.coat);
	const looks = [breed && t(`breeds.${breed}`), coat && t(`coats.${coat}`).toLowerCase(), t("view.age", { age })];
	return (
		<Card className="space-y-6">
			<div className="flex flex-col items-center gap-3 text-center">
				<Avatar
					size="huge"
					cat={{ breed: worker.breed, coat: worker.coat, seed: workerId }}
					photo={photoId && `/api/files/${photoId}`}
					label={t("form.portrait", { name })}
				/>
				<p className="text-muted">{looks.filter(Boolean).join(", ")}</p>
			</div>
			<dl className="space-y-2">
				<ReachFacts phone={phone} email={email} />
				<Fact name={t("form.locale")}>{worker.locale === "en" ? "English" : "Русский"}</Fact>
				<Fact name={t("view.since")}>{format.date(addedAt)}</Fact>
			</dl>
			<Levels title={t("form.strengths")} levels={worker.strengths} none={t("form.noStrengths")} look="bg-good" />
			<Levels title={t("form.weaknesses")} levels={worker.weaknesses} none={t("form.noWeaknesses")} look="bg-warn" />
		</Card>
	);
}

const steps = [1, 2, 3, 4, 5];

type LevelsProps = { title: string; levels: Worker["strengths"]; none: string; look: string };

function Levels({ title, levels, none, look }: LevelsProps) {
	const t = useTranslations("workers.traits");
	const locale = useLocale();
	const { data: traits = [] } = useQuery(useTRPC().hiring.listTraits.queryOptions());
	return (
		<section>
			<h2 className="mb-2 font-semibold">{title}</h2>
			{levels.length === 0 && <p className="text-muted">{none}</p>}
			<ul className="space-y-1.5">
				{levels.map(({ trait, level }) => (
					<li key={trait} className="flex items-center justify-between gap-4">
						<span className="min-w-0 truncate">
							{traits.find((known) => known.trait === trait)?.name[locale] ?? trait}
						</span>
						<span role="img" aria-label={t("level", { level })} className="flex shrink-0 gap-1">
							{steps.map((step) => (
								<span key={step} className={cn("h-1.5 w-4 rounded-full", step <= level ? look : "bg-line")} />
							))}
						</span>
					</li>
				))}
			</ul>
		</section>
	);
}
