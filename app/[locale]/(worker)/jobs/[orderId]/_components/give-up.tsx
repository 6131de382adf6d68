"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { later } from "@/app/_ui/later";
import { SkeletonCards } from "@/app/_ui/skeleton";
import type { Job } from "../../_components/jobs";

const GiveUpForm = later(() => import("./give-up-form"), <SkeletonCards cards={1} />);

/** "I can't do it": says honestly what it means now, in numbers, before it is sent. */
export function GiveUp({ job }: { job: Job }) {
	const t = useTranslations("jobs.giveUp");
	const [open, setOpen] = useState(false);
	return (
		<>
			<Button look="quiet" size="thumb" wide className="text-bad" onClick={() => setOpen(true)}>
				{t("label")}
			</Button>
			<Dialog open={open} onOpenChange={setOpen} title={t("title")}>
				<GiveUpForm job={job} onDone={() => setOpen(false)} />
			</Dialog>
		</>
	);
}
