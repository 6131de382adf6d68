import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "next-intl";
import { DescriptionList } from "@/app/_ui/description-list";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import type { AppRouter } from "@/server/trpc/root";

type ShownEvent = inferRouterOutputs<AppRouter>["events"]["get"];

/** Who, when, about what, and how it went on its way. */
export function EventFacts({ event }: { event: ShownEvent }) {
	const t = useTranslations("system.event");
	const format = useFormat();
	const { actor, occurredAt, recordedAt, dispatchedAt, subjects, version, replayOf, replays, heldUntil } = event;
	return (
		<DescriptionList
			items={[
				{ term: t("id"), description: <code className="text-xs">{event.id}</code> },
				{ term: t("actor"), description: actor.name ?? actor.id ?? "–" },
				{ term: t("at"), description: format.dateTime(occurredAt) },
				{ term: t("recorded"), description: format.dateTime(recordedAt) },
				{ term: t("delivered"), description: dispatchedAt ? format.dateTime(dispatchedAt) : "–" },
				...(heldUntil ? [{ term: t("held"), description: format.dateTime(heldUntil) }] : []),
				{
					term: t("about"),
					description: (
						<ul>
							{subjects.map((subject) => (
								<li key={subject}>
									<Link href={`/admin/system/events?search=${encodeURIComponent(subject)}`}>
										<code className="text-xs">{subject}</code>
									</Link>
								</li>
							))}
						</ul>
					),
				},
				{ term: t("version"), description: version },
				...(replayOf
					? [{ term: t("replayOf"), description: <Link href={`/admin/system/events/${replayOf}`}>{replayOf}</Link> }]
					: []),
				...(replays.length > 0
					? [
							{
								term: t("replays"),
								description: (
									<ul>
										{replays.map((one) => (
											<li key={one.id}>
												<Link href={`/admin/system/events/${one.id}`}>{format.dateTime(one.at)}</Link>
											</li>
										))}
									</ul>
								),
							},
						]
					: []),
			]}
		/>
	);
}
