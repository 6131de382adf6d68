"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { StatusPill } from "@/app/_ui/badge";
import { Button } from "@/app/_ui/button";
import { Card, CardHeader } from "@/app/_ui/card";
import { DescriptionList } from "@/app/_ui/description-list";
import { useFormat } from "@/app/_ui/format/format-provider";
import { LiveGlow } from "@/app/_ui/live/live-glow";
import { ProgressSteps } from "@/app/_ui/progress-steps";
import { Timeline } from "@/app/_ui/timeline";
import { exampleDay } from "./example";

const steps = ["looking", "assigned", "supplies", "onTheWay", "underWay", "done"] as const;

export function Order() {
	const t = useTranslations("gallery.order");
	const states = useTranslations("gallery.states");
	const format = useFormat();
	const [current, setCurrent] = useState(2);
	const failed = current === steps.length + 1;
	return (
		<div className="space-y-6">
			<Card>
				<ProgressSteps
					label={t("progress")}
					current={failed ? 3 : current}
					failed={failed}
					steps={steps.map((key, index) => ({
						key,
						label: t(`steps.${key}`),
						...(index < current &&
							!failed && { help: format.time(exampleDay(`${String(index + 7).padStart(2, "0")}:15`)) }),
					}))}
				/>
				<div className="mt-6 flex items-center justify-between gap-3">
					<LiveGlow watch={current} className="-mx-2 px-2 py-1">
						<StatusPill tone={failed ? "bad" : "info"} size="large">
							{failed ? states("failed") : states("assigned")}
						</StatusPill>
					</LiveGlow>
					<Button size="small" onClick={() => setCurrent((current + 1) % (steps.length + 2))}>
						{t("move")}
					</Button>
				</div>
			</Card>
			<div className="grid items-start gap-6 md:grid-cols-2">
				<Card>
					<CardHeader title={t("facts")} help={format.weekday(exampleDay("10:00"))} />
					<DescriptionList
						items={[
							{ term: t("what"), description: t("whatText") },
							{ term: t("where"), description: t("whereText") },
						]}
					/>
					<DescriptionList
						bill
						className="mt-6 border-line border-t pt-2"
						items={[
							{ term: t("list"), description: format.money(10000n) },
							{ term: t("discount"), description: format.money(-500n) },
							{ term: t("total"), description: format.money(9500n) },
						]}
					/>
				</Card>
				<Card>
					<CardHeader title={t("happened")} />
					<Timeline
						entries={[
							{ key: "1", at: format.time(exampleDay("07:02")), title: t("placed"), tone: "neutral" },
							{ key: "2", at: format.time(exampleDay("07:02")), title: t("matched"), by: t("matchedBy"), tone: "info" },
							{ key: "3", at: format.time(exampleDay("08:40")), title: t("issued"), by: t("issuedBy"), tone: "good" },
							{ key: "4", at: format.time(exampleDay("10:15")), title: t("noShow"), tone: "bad" },
						]}
					/>
				</Card>
			</div>
		</div>
	);
}
