"use client";

import { Plus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import type { StepInfo } from "./chain";
import { stepIcons } from "./step-icons";

const kinds = ["filter", "map", "score", "rescale", "reduce"] as const;

type Props = { known: readonly StepInfo[]; onAdd: (info: StepInfo) => void };

/** Every step there is, by what it does; a press puts it where steps of its kind stand. */
export function AddStep({ known, onAdd }: Props) {
	const t = useTranslations("matching.editor");
	const locale = useLocale();
	const [open, setOpen] = useState(false);
	return (
		<>
			<Button onClick={() => setOpen(true)}>
				<Plus aria-hidden />
				{t("add")}
			</Button>
			<Dialog open={open} onOpenChange={setOpen} title={t("add")} help={t("addHelp")}>
				<div className="space-y-6">
					{kinds.map((kind) => {
						const Icon = stepIcons[kind];
						const steps = known.filter((info) => info.kind === kind && info.newest);
						if (steps.length === 0) return null;
						return (
							<section key={kind} aria-label={t(`kinds.${kind}`)}>
								<h3 className="mb-1 flex items-center gap-2 font-semibold text-sm">
									<Icon aria-hidden className="size-4" />
									{t(`kinds.${kind}`)}
									<span className="font-normal text-muted">{t(`kindsHelp.${kind}`)}</span>
								</h3>
								<ul className="divide-y divide-line rounded-md border border-line">
									{steps.map((info) => (
										<li key={info.step}>
											<button
												type="button"
												className="block w-full px-3 py-2 text-left transition-colors hover:bg-hover"
												onClick={() => {
													setOpen(false);
													onAdd(info);
												}}
											>
												<span className="block font-medium">{info.name[locale]}</span>
												<span className="block text-muted text-sm">{info.about[locale]}</span>
											</button>
										</li>
									))}
								</ul>
							</section>
						);
					})}
				</div>
			</Dialog>
		</>
	);
}
