"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { EmptyState } from "@/app/_ui/empty-state";
import { ErrorState } from "@/app/_ui/error-state";
import { SkeletonCards, SkeletonRows } from "@/app/_ui/skeleton";
import { BoxCat } from "@/app/_ui/spot/box-cat";
import { CarryingCat } from "@/app/_ui/spot/carrying-cat";
import { NapCat } from "@/app/_ui/spot/nap-cat";
import { PeekingCat } from "@/app/_ui/spot/peeking-cat";
import { SofaCat } from "@/app/_ui/spot/sofa-cat";
import { SundayCat } from "@/app/_ui/spot/sunday-cat";
import { TeamCats } from "@/app/_ui/spot/team-cats";
import { Tabs } from "@/app/_ui/tabs";

export function Views() {
	const t = useTranslations("gallery.views");
	const actions = useTranslations("gallery.actions");
	return (
		<div className="grid items-start gap-6 md:grid-cols-2">
			<Card>
				<EmptyState
					picture={<BoxCat className="w-40" />}
					title={t("emptyTitle")}
					action={<Button>{actions("request")}</Button>}
				>
					{t("empty")}
				</EmptyState>
			</Card>
			<Card>
				<EmptyState picture={<NapCat className="w-40" />} title={t("napTitle")}>
					{t("nap")}
				</EmptyState>
			</Card>
			<Card>
				<SkeletonRows rows={5} columns={3} />
			</Card>
			<SkeletonCards cards={2} />
			<ErrorState error={new TypeError("Failed to fetch")} retry={() => undefined} />
			<Tabs
				label={t("tabs")}
				tabs={[
					{ value: "one", label: t("emptyTitle"), count: 3, content: t("empty") },
					{ value: "two", label: t("napTitle"), content: t("nap") },
				]}
			/>
			<div className="flex flex-wrap items-end gap-6 md:col-span-2">
				<CarryingCat className="w-40" />
				<PeekingCat seed="Murzik" className="w-40" />
				<SofaCat className="w-40" />
				<SundayCat className="w-40" />
				<TeamCats className="w-60" />
			</div>
		</div>
	);
}
