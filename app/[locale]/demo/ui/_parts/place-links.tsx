import { useTranslations } from "next-intl";
import { Link } from "@/app/_ui/link";
import type { Place } from "@/app/_ui/shell/shell";
import { tabLook } from "@/app/_ui/tab-look";

export function PlaceLinks({ places, current }: { places: readonly Place[]; current: Place }) {
	const t = useTranslations("gallery.places");
	return (
		<nav aria-label={t("label")} className="flex gap-6 overflow-x-auto">
			{places.map((place) => (
				<Link
					key={place}
					look="plain"
					className={tabLook}
					href={{ pathname: "/demo/ui", query: { place } }}
					{...(place === current && { "aria-current": "page" })}
				>
					{t(place)}
				</Link>
			))}
		</nav>
	);
}
