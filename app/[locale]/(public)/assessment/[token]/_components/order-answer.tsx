"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { IconButton } from "@/app/_ui/icon-button";
import { useMovedRow } from "@/app/_ui/use-moved-row";
import type { AnswerValue } from "@/server/contexts/hiring/contracts/taking";

type Item = { key: string; text: { en: string; ru: string } };
type OrderAnswerProps = { items: Item[]; order: string[]; onAnswer: (value: AnswerValue) => void };

/** Things to be put in order. As they come they are no answer yet: one says so, or moves something. */
export function OrderAnswer({ items, order, onAnswer }: OrderAnswerProps) {
	const t = useTranslations("assessment.question");
	const locale = useLocale();
	const { list, follow } = useMovedRow();
	const [told, setTold] = useState("");
	const answered = order.length === items.length;
	const shown = answered ? order.flatMap((key) => items.find((item) => item.key === key) ?? []) : items;
	const answer = (keys: string[]) => onAnswer({ kind: "order", items: keys });

	const shift = (from: number, to: number) => {
		const keys = shown.map(({ key }) => key);
		keys.splice(to, 0, ...keys.splice(from, 1));
		answer(keys);
		setTold(t("moved", { from: from + 1, to: to + 1 }));
		follow(from, to);
	};
	return (
		<div className="space-y-3">
			<ol ref={list} className="space-y-2">
				{shown.map(({ key, text }, at) => (
					<li key={key} className="flex items-center gap-2 rounded-md border border-line bg-surface py-1 pr-1 pl-4">
						<span data-figures className="w-6 shrink-0 text-muted">
							{at + 1}
						</span>
						<span className="min-w-0 flex-1">{text[locale]}</span>
						<IconButton
							data-move="up"
							label={t("up", { what: text[locale] })}
							icon={<ArrowUp />}
							disabled={at === 0}
							onClick={() => shift(at, at - 1)}
						/>
						<IconButton
							data-move="down"
							label={t("down", { what: text[locale] })}
							icon={<ArrowDown />}
							disabled={at === shown.length - 1}
							onClick={() => shift(at, at + 1)}
						/>
					</li>
				))}
			</ol>
			<p role="status" className="sr-only">
				{told}
			</p>
			{!answered && <Button onClick={() => answer(shown.map(({ key }) => key))}>{t("asIs")}</Button>}
		</div>
	);
}
