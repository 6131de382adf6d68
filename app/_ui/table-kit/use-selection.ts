"use client";

import { useState } from "react";

/** Rows that were picked, also on other pages of the same list. Picking another filter begins anew. */
export function useSelection<Row>(rows: readonly Row[], idOf: (row: Row) => string, question: string) {
	const [picked, setPicked] = useState<{ of: string; rows: ReadonlyMap<string, Row> }>({
		of: question,
		rows: new Map(),
	});
	const chosen = picked.of === question ? picked.rows : new Map<string, Row>();
	const change = (next: Map<string, Row>) => setPicked({ of: question, rows: next });

	const setMany = (some: readonly Row[], on: boolean) => {
		const next = new Map(chosen);
		for (const row of some) {
			if (on) next.set(idOf(row), row);
			else next.delete(idOf(row));
		}
		change(next);
	};
	return {
		/** As they are now where they are in sight. */
		rows: [...chosen].map(([id, row]) => rows.find((shown) => idOf(shown) === id) ?? row),
		has: (row: Row) => chosen.has(idOf(row)),
		toggle: (row: Row) => setMany([row], !chosen.has(idOf(row))),
		setMany,
		clear: () => change(new Map()),
	};
}

export type Selection<Row> = ReturnType<typeof useSelection<Row>>;
