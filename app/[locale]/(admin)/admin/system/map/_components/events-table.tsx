import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { Cell, Column, Row, Table, TableBody, TableHead } from "@/app/_ui/table";
import { useMeaning } from "../../_components/use-meaning";
import type { ShownMap } from "./events-layout";

type Events = ShownMap["events"];

/** Every event: how often today, and who reacts with what. On a phone it is a list. */
export function EventsTable({ events }: { events: Events }) {
	return (
		<>
			<WideTable events={events} />
			<NarrowList events={events} />
		</>
	);
}

const eventHref = (name: string): string => `/admin/system/events?type=${encodeURIComponent(name)}`;

function WideTable({ events }: { events: Events }) {
	const t = useTranslations("system.map");
	const meaningOf = useMeaning();
	const format = useFormat();
	return (
		<div className="max-sm:hidden">
			<Table caption={t("events")}>
				<TableHead>
					<Column>{t("event")}</Column>
					<Column numeric>{t("today")}</Column>
					<Column>{t("reacts")}</Column>
				</TableHead>
				<TableBody>
					{events.map((event) => (
						<Row key={event.name} className="align-top">
							<Cell header className="py-2">
								<Link href={eventHref(event.name)} className="wrap-anywhere">
									{event.name}
								</Link>
								<span className="block font-normal text-muted text-sm">{meaningOf(event.name, event.meaning)}</span>
							</Cell>
							<Cell numeric className="py-2">
								{format.count(event.today)}
							</Cell>
							<Cell className="py-2">
								<Reactions event={event} />
							</Cell>
						</Row>
					))}
				</TableBody>
			</Table>
		</div>
	);
}

function NarrowList({ events }: { events: Events }) {
	const t = useTranslations("system.map");
	const meaningOf = useMeaning();
	return (
		<ul className="divide-y divide-line sm:hidden">
			{events.map((event) => (
				<li key={event.name} className="space-y-1 py-3">
					<p className="flex items-baseline justify-between gap-3">
						<Link href={eventHref(event.name)} className="wrap-anywhere">
							{event.name}
						</Link>
						<span className="figures shrink-0 text-muted text-sm">{t("todayCount", { count: event.today })}</span>
					</p>
					<p className="text-muted text-sm">{meaningOf(event.name, event.meaning)}</p>
					<Reactions event={event} />
				</li>
			))}
		</ul>
	);
}

function Reactions({ event }: { event: Events[number] }) {
	const t = useTranslations("system.map");
	if (event.reactions.length === 0) return <p className="text-muted text-sm">{t("nobody")}</p>;
	return (
		<ul className="text-sm">
			{event.reactions.map((reaction) => (
				<li key={`${reaction.function} ${reaction.how}`}>
					<Link
						look="quiet"
						href={`/admin/system/runs?function=${encodeURIComponent(reaction.function)}`}
						className="wrap-anywhere inline-flex min-h-6 items-center"
					>
						{reaction.function}
					</Link>
					{reaction.how === "ends" && <span className="text-muted"> ({t("ends")})</span>}
				</li>
			))}
		</ul>
	);
}
