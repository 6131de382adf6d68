import type { ReactNode } from "react";

export type ListColumn<Row> = {
	/** As it stands in the address and in saved views. */
	id: string;
	label: string;
	cell: (row: Row) => ReactNode;
	/** Aligned right, in tabular figures. */
	numeric?: true;
	/** The sort of the list that this column stands for. */
	sort?: string;
	/** From which screen on there is room for it; from the phone on unless said otherwise. */
	from?: "tablet" | "desk";
	/** Names the row, and can't be taken away. The first column, as a rule. */
	header?: true;
	/** Only shown to who has chosen it. */
	extra?: true;
	className?: string;
};

const widths = { tablet: "max-sm:hidden", desk: "max-lg:hidden" } as const;

export const widthOf = ({ from }: { from?: "tablet" | "desk" }): string | undefined => from && widths[from];

/** The columns that were chosen, in the order of the list; those it comes with when nothing was. */
export function chosenColumns<Row>(columns: readonly ListColumn<Row>[], chosen: string): ListColumn<Row>[] {
	const ids = chosen ? chosen.split(",") : [];
	const known = columns.filter(({ id }) => ids.includes(id));
	if (known.length === 0) return columns.filter(({ extra }) => !extra);
	return columns.filter(({ id, header }) => header || ids.includes(id));
}
