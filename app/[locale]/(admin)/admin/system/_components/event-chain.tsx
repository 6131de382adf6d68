import type { inferRouterOutputs } from "@trpc/server";
import { CornerDownRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "@/app/_ui/link";
import type { AppRouter } from "@/server/trpc/root";

type Links = inferRouterOutputs<AppRouter>["events"]["get"]["causes"];

const DEEPEST = 6;

/** The events before, this one, and those that followed, each indented under its cause. */
export function EventChain({ name, causes, effects }: { name: string; causes: Links; effects: Links }) {
	const t = useTranslations("system.event");
	const first = causes.length;
	const entries = [
		...causes.map((link, depth) => ({ ...link, depth })),
		{ id: "", name, depth: first },
		...effects.map((link) => ({ ...link, depth: first + link.distance })),
	];
	return (
		<ol className="space-y-1 text-body">
			{entries.map(({ id, name: called, depth }) => (
				<li
					key={id}
					style={{ paddingInlineStart: `${Math.min(depth, DEEPEST)}rem` }}
					className="flex items-start gap-1.5"
				>
					{depth > 0 && <CornerDownRight aria-hidden className="mt-1 size-4 shrink-0 text-muted" />}
					<span className="sr-only">{t("level", { level: depth + 1 })}</span>
					{id ? (
						<Link href={`/admin/system/events/${id}`} className="wrap-anywhere">
							{called}
						</Link>
					) : (
						<strong className="wrap-anywhere font-semibold">{called}</strong>
					)}
				</li>
			))}
		</ol>
	);
}
