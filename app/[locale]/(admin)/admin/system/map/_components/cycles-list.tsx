import { useTranslations } from "next-intl";
import { Link } from "@/app/_ui/link";
import type { ShownMap } from "./events-layout";

/** What runs by the calendar and not because of an event. */
export function CyclesList({ cycles }: { cycles: ShownMap["cycles"] }) {
	const t = useTranslations("system.map");
	if (cycles.length === 0) return <p className="text-muted">{t("noCycles")}</p>;
	return (
		<ul className="divide-y divide-line">
			{cycles.map((cycle) => (
				<li key={`${cycle.function} ${cycle.cron}`} className="flex flex-wrap justify-between gap-2 py-2">
					<Link href={`/admin/system/runs?function=${encodeURIComponent(cycle.function)}`} className="wrap-anywhere">
						{cycle.function}
					</Link>
					<code className="text-muted text-xs">{cycle.cron}</code>
				</li>
			))}
		</ul>
	);
}
