export type ChartSeries = {
	key: string;
	label: string;
	/** Of the six that colour-blind eyes tell apart. */
	colour: 1 | 2 | 3 | 4 | 5 | 6;
};

export type ChartDatum = {
	key: string;
	/** Under the axis, and in full. */
	label: string;
	name: string;
	values: Readonly<Record<string, number>>;
};
