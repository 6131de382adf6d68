"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { cn } from "@/app/_ui/cn";
import { useFormat } from "@/app/_ui/format/format-provider";
import { type DrawnBox, drawEvents, HEAD, ROW, type ShownMap, WIDTH } from "./events-layout";

/** What the pointer is on: an event, a function, or a whole context of one side. */
type Pointed = { side: "events" | "functions"; ids: readonly string[] } | null;

/** Who tells what, and which function of whom reacts. The table below says the same to those who don't see it. */
export function EventsDrawing({ map }: { map: ShownMap }) {
	const t = useTranslations("system.map");
	const drawing = useMemo(() => drawEvents(map), [map]);
	const [pointed, setPointed] = useState<Pointed>(null);
	const lit = drawing.curves.filter(
		(curve) => pointed?.ids.includes(pointed.side === "events" ? curve.event : curve.function) ?? false,
	);
	const litIds = new Set(lit.flatMap((curve) => [curve.event, curve.function]));
	const shadow = pointed !== null && "opacity-25";
	return (
		<svg
			role="img"
			aria-label={t("drawing")}
			viewBox={`-1 -1 ${WIDTH + 2} ${drawing.height + 2}`}
			className="mx-auto w-full max-w-5xl"
			onPointerLeave={() => setPointed(null)}
		>
			<g fill="none" className={cn("stroke-edge transition-opacity", shadow)} strokeWidth={1.25}>
				{drawing.curves.map(({ event, function: reacting, path, ends }) => (
					<path
						key={`${event} ${reacting} ${ends}`}
						d={path}
						strokeDasharray={ends ? "4 4" : undefined}
						opacity={0.7}
					/>
				))}
			</g>
			<g fill="none" className="stroke-info" strokeWidth={2.25}>
				{lit.map(({ event, function: reacting, path, ends }) => (
					<path key={`${event} ${reacting} ${ends}`} d={path} strokeDasharray={ends ? "4 4" : undefined} />
				))}
			</g>
			{drawing.publishers.map((box) => (
				<Box key={box.context} box={box} lit={litIds} onPoint={(ids) => setPointed({ side: "events", ids })} />
			))}
			{drawing.reactors.map((box) => (
				<Box key={box.context} box={box} lit={litIds} onPoint={(ids) => setPointed({ side: "functions", ids })} />
			))}
		</svg>
	);
}

type BoxProps = { box: DrawnBox; lit: ReadonlySet<string>; onPoint: (ids: readonly string[]) => void };

function Box({ box, lit, onPoint }: BoxProps) {
	const contexts = useTranslations("system.contexts");
	const format = useFormat();
	const { context, x, y, width, height, rows } = box;
	return (
		<g>
			<rect {...{ x, y, width, height }} rx={8} className="fill-raised stroke-line" />
			<g onPointerEnter={() => onPoint(rows.map(({ id }) => id))}>
				<rect {...{ x, y, width }} height={HEAD} fill="transparent" />
				<text x={x + 12} y={y + 19} className="fill-ink font-semibold text-sm">
					{contexts(context as "identity")}
				</text>
			</g>
			{rows.map((row) => (
				<g key={row.id} onPointerEnter={() => onPoint([row.id])}>
					<rect
						x={x + 4}
						y={row.y}
						width={width - 8}
						height={ROW}
						rx={4}
						className={lit.has(row.id) ? "fill-info-tint" : "fill-transparent"}
					/>
					<text x={x + 12} y={row.y + 15} className={cn("text-xs", lit.has(row.id) ? "fill-info" : "fill-muted")}>
						{row.label}
					</text>
					{row.count !== undefined && row.count > 0 && (
						<text x={x + width - 12} y={row.y + 15} textAnchor="end" className="figures fill-ink font-medium text-xs">
							{format.count(row.count)}
						</text>
					)}
				</g>
			))}
		</g>
	);
}
