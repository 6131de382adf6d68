"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { cn } from "@/app/_ui/cn";
import { drawQuestions, NODE, type Question } from "./questions-layout";

/** Who may ask whom, from left to right. The list below says the same. */
export function QuestionsDrawing({ questions }: { questions: readonly Question[] }) {
	const t = useTranslations("system");
	const [pointed, setPointed] = useState<string | null>(null);
	const { nodes, curves, width, height } = drawQuestions(questions);
	const lit = curves.filter(({ asker, asked }) => asker === pointed || asked === pointed);
	return (
		<svg
			role="img"
			aria-label={t("map.questions")}
			viewBox={`-1 -1 ${width + 2} ${height + 2}`}
			className="mb-6 w-full max-w-2xl max-lg:hidden"
			onPointerLeave={() => setPointed(null)}
		>
			<g fill="none" strokeWidth={1.25} className={cn("stroke-edge", pointed && "opacity-25")}>
				{curves.map(({ asker, asked, path }) => (
					<path key={`${asker} ${asked}`} d={path} strokeDasharray="5 4" />
				))}
			</g>
			<g fill="none" strokeWidth={2.25} className="stroke-info">
				{lit.map(({ asker, asked, path }) => (
					<path key={`${asker} ${asked}`} d={path} />
				))}
			</g>
			{nodes.map(({ context, x, y }) => (
				<g key={context} onPointerEnter={() => setPointed(context)}>
					<rect
						{...{ x, y, ...NODE }}
						rx={8}
						className={context === pointed ? "fill-info-tint stroke-info" : "fill-raised stroke-line"}
					/>
					<text x={x + NODE.width / 2} y={y + 22} textAnchor="middle" className="fill-ink font-medium text-sm">
						{t(`contexts.${context as "identity"}`)}
					</text>
				</g>
			))}
		</svg>
	);
}
