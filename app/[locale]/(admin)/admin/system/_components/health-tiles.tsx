import type { inferOutput } from "@trpc/tanstack-react-query";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "@/app/_ui/cn";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import type { useTRPC } from "@/app/_ui/query/trpc";
import type { Installation } from "./use-installation";

type Mails = inferOutput<ReturnType<typeof useTRPC>["notifications"]["deliveryFigures"]>;

/** What waits, what is under way, what has failed: each figure leads to its list. */
export function HealthTiles({ installation, mails }: { installation: Installation; mails: Mails }) {
	const t = useTranslations("system.health.tiles");
	const format = useFormat();
	const { outbox, calls } = installation.facts;
	const { failed } = installation.lastDay;
	return (
		<ul className="grid grid-cols-2 gap-3 sm:gap-4 xl:grid-cols-4">
			<Tile
				name={t("outbox")}
				value={format.count(outbox.waiting)}
				note={outbox.waiting > 0 ? t("oldest", { seconds: Math.round(outbox.oldestSeconds) }) : t("allDelivered")}
				href="/admin/system/events"
			/>
			<Tile
				name={t("calls")}
				value={format.count(calls.underWay + calls.due)}
				note={t("callsNote", { later: calls.later, ended: installation.lastMinute.ended })}
				href="/admin/system/runs?state=running"
			/>
			<Tile
				name={t("failed")}
				value={format.count(failed)}
				note={failed > 0 ? t("failedNote") : t("noneFailed")}
				href="/admin/system/runs?state=failed"
				bad={failed > 0}
			/>
			<Tile
				name={t("mails")}
				value={format.count(mails.failed)}
				note={t("mailsNote", { queued: mails.queued, sent: mails.sent + mails.mailbox })}
				href="/admin/system/deliveries?state=failed"
				bad={mails.failed > 0}
			/>
		</ul>
	);
}

type TileProps = { name: string; value: string; note: ReactNode; href: string; bad?: boolean };

function Tile({ name, value, note, href, bad }: TileProps) {
	return (
		<li>
			<Link
				look="plain"
				href={href}
				className="block h-full rounded-md border border-line bg-surface p-4 hover:border-edge"
			>
				<span className="block text-muted text-sm">{name}</span>
				<span className={cn("figures mt-1 block font-semibold text-xl tracking-tight", bad && "text-bad")}>
					{value}
				</span>
				<span className="figures mt-1 block text-muted text-sm">{note}</span>
			</Link>
		</li>
	);
}
