import { MapPin, Phone } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { useFormat } from "@/app/_ui/format/format-provider";
import { endOf, type Job } from "../../_components/jobs";

/** When, where, for whom, what, and for how much. */
export function JobFacts({ job }: { job: Job }) {
	const t = useTranslations("jobs.job");
	const format = useFormat();
	const { place, contact } = job;
	return (
		<Card className="space-y-6">
			<Fact term={t("when")}>
				<p className="font-semibold text-lg">{format.timeRange(job.startsAt, endOf(job))}</p>
				<p className="first-letter:uppercase">
					{format.weekday(job.startsAt)} · {format.duration(job.durationMinutes)}
				</p>
			</Fact>
			<Fact term={t("where")}>
				<p className="wrap-anywhere font-semibold">{place.address}</p>
				<p>{place.zoneName}</p>
				{place.note && <p className="wrap-anywhere whitespace-pre-line text-muted">{place.note}</p>}
				<Button asChild size="thumb" wide className="mt-3">
					<a href={mapOf(`${place.zoneName}, ${place.address}`)} target="_blank" rel="noreferrer">
						<MapPin aria-hidden />
						{t("map")}
					</a>
				</Button>
			</Fact>
			{contact && (
				<Fact term={t("contact")}>
					<p className="wrap-anywhere font-semibold">{contact.name}</p>
					<Button asChild size="thumb" wide className="mt-3">
						<a href={`tel:${contact.phone}`}>
							<Phone aria-hidden />
							{t("call", { phone: contact.phone })}
						</a>
					</Button>
				</Fact>
			)}
			<Fact term={t("what")}>
				<p className="wrap-anywhere whitespace-pre-line">{job.description}</p>
			</Fact>
			{job.end === null && (
				<Fact term={t("earns")}>
					<p data-figures className="font-semibold">
						{format.money(job.earns)}
					</p>
					<p className="text-muted text-sm">{t("earnsHelp")}</p>
				</Fact>
			)}
		</Card>
	);
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
	return (
		<section>
			<h2 className="mb-1 text-muted text-sm">{term}</h2>
			{children}
		</section>
	);
}

/** Works in every browser, and on a phone that has a map opens there. */
const mapOf = (where: string) => `https://www.openstreetmap.org/search?query=${encodeURIComponent(where)}`;
