import { Mail } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Chapter, type StoryEvent, wordsOf } from "./story";

/** What happened, in words. */
export function ChapterTitle({ chapter }: { chapter: Chapter }) {
	const t = useTranslations("office.order.timeline");
	if (chapter.kind === "mail") {
		return (
			<span className="inline-flex items-center gap-1.5 font-normal">
				<Mail aria-hidden className="size-3.5 shrink-0 text-muted" />
				{t("mailTo", { name: chapter.mail.recipientName })}
			</span>
		);
	}
	const { name, meaning, data } = chapter.event;
	const told = name === "execution/job.released" && data.withdrawn === true ? "execution/job.withdrawn" : name;
	const key = `events.${told.replaceAll(".", "_")}` as Parameters<typeof t>[0];
	return t.has(key) ? t(key) : meaning;
}

/** Who did it and which event carried it; of a mail, what became of it. */
export function ChapterBy({ chapter }: { chapter: Chapter }) {
	const t = useTranslations("office.order.timeline");
	if (chapter.kind === "mail") return `${chapter.mail.subject} · ${t(`mailStatus.${chapter.mail.status}`)}`;
	const { actor, name } = chapter.event;
	return (
		<>
			{t("by", { who: actor?.name ?? t("house") })} · <span className="font-mono text-xs">{name}</span>
		</>
	);
}

/** What was said, and everything that the event carried. */
export function ChapterMore({ event: { data, id, cause } }: { event: StoryEvent }) {
	const t = useTranslations("office.order.timeline");
	const words = wordsOf(data);
	return (
		<>
			{words && <blockquote className="border-edge border-l-2 pl-3 text-ink">{words}</blockquote>}
			<details>
				<summary className="inline-block min-h-6 text-xs hover:text-ink">{t("details")}</summary>
				<dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 text-xs">
					<dt>{t("eventId")}</dt>
					<dd className="break-all font-mono">{id}</dd>
					{cause && (
						<>
							<dt>{t("cause")}</dt>
							<dd className="break-all font-mono">{cause}</dd>
						</>
					)}
				</dl>
				<Payload data={data} label={t("payload")} />
			</details>
		</>
	);
}

/** What scrolls must be reachable by keyboard. */
const scrollable = { tabIndex: 0 };

const Payload = ({ data, label }: { data: Record<string, unknown>; label: string }) => (
	<section aria-label={label} {...scrollable} className="mt-1 max-h-64 overflow-auto rounded-md bg-sunken p-2">
		<pre className="text-xs">{JSON.stringify(data, null, 2)}</pre>
	</section>
);
