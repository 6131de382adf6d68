"use client";

import { useEffect, useRef, useState } from "react";

/**
 * Which rows changed by themselves since they were last shown, or have come, so that they glow once. Another question brings
 * other rows: then nothing has changed.
 */
export function useChangedRows<Row>(
	rows: readonly Row[] | undefined,
	question: string,
	idOf: (row: Row) => string,
	watch: (row: Row) => string,
) {
	const seen = useRef<{ question: string; states: Map<string, string> } | null>(null);
	const [glowing, setGlowing] = useState<ReadonlySet<string>>(new Set());
	useEffect(() => {
		if (!rows) return;
		const states = new Map(rows.map((row) => [idOf(row), watch(row)]));
		const before = seen.current;
		seen.current = { question, states };
		if (before?.question !== question) return;
		const changed = [...states].filter(([id, state]) => before.states.get(id) !== state).map(([id]) => id);
		if (changed.length > 0) setGlowing(new Set(changed));
	});
	return {
		glows: (row: Row) => glowing.has(idOf(row)),
		ended: () => setGlowing(new Set()),
	};
}
