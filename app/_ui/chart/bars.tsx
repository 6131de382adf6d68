"use client";

import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import type { ChartDatum, ChartSeries } from "./chart-data";

type BarsProps = {
	data: readonly ChartDatum[];
	series: readonly ChartSeries[];
	/** The bars of one place on each other, or beside each other. */
	stacked: boolean;
	write: (value: number) => string;
	/** Shorter, for the axis. */
	writeAxis: (value: number) => string;
	onOpen?: (series: ChartSeries, datum: ChartDatum) => void;
};

const tick = { fill: "var(--color-muted)", fontSize: 12 };
const HEIGHT = 240;

/** Bars by week or the like. Only for eyes and pointers: the card has the same as a table. */
export default function Bars({ data, series, stacked, write, writeAxis, onOpen }: BarsProps) {
	return (
		<ResponsiveContainer width="100%" height={HEIGHT} initialDimension={{ width: 480, height: HEIGHT }}>
			<BarChart
				data={[...data]}
				margin={{ top: 8, right: 0, bottom: 0, left: 0 }}
				accessibilityLayer={false}
				barGap={2}
			>
				<CartesianGrid vertical={false} stroke="var(--color-line)" />
				<XAxis dataKey="label" tick={tick} tickLine={false} axisLine={{ stroke: "var(--color-edge)" }} />
				<YAxis
					tick={tick}
					tickLine={false}
					axisLine={false}
					width="auto"
					allowDecimals={false}
					tickFormatter={writeAxis}
				/>
				<Tooltip
					cursor={{ fill: "var(--color-hover)" }}
					isAnimationActive={false}
					content={({ active, payload }) => {
						const datum = payload?.[0]?.payload as ChartDatum | undefined;
						return active && datum ? <Tip datum={datum} series={series} write={write} /> : null;
					}}
				/>
				{series.map((one) => (
					<Bar
						key={one.key}
						name={one.label}
						dataKey={(datum: ChartDatum) => datum.values[one.key] ?? 0}
						{...(stacked && { stackId: "all" })}
						fill={`var(--color-chart-${one.colour})`}
						maxBarSize={stacked ? 40 : 20}
						isAnimationActive={false}
						{...(onOpen && {
							className: "cursor-pointer",
							onClick: (_bar: unknown, index: number) => {
								const datum = data[index];
								if (datum) onOpen(one, datum);
							},
						})}
					/>
				))}
			</BarChart>
		</ResponsiveContainer>
	);
}

type TipProps = { datum: ChartDatum; series: readonly ChartSeries[]; write: (value: number) => string };

function Tip({ datum, series, write }: TipProps) {
	return (
		<div className="rounded-md border border-line bg-raised px-3 py-2 text-sm shadow-float">
			<p className="mb-1 font-medium">{datum.name}</p>
			<ul>
				{series.map(({ key, label, colour }) => (
					<li key={key} className="flex items-center gap-2">
						<span aria-hidden className="size-2.5 rounded-sm" style={{ background: `var(--color-chart-${colour})` }} />
						<span className="flex-1 pr-4 text-muted">{label}</span>
						<span className="figures">{write(datum.values[key] ?? 0)}</span>
					</li>
				))}
			</ul>
		</div>
	);
}
