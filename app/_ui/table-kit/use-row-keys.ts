"use client";

import { type KeyboardEvent, type MouseEvent, useRef, useState } from "react";

type Options = {
	count: number;
	open?: (index: number) => void;
	toggle?: (index: number) => void;
	/** Picks all from one row to another. */
	range?: (from: number, to: number) => void;
	clear?: () => void;
};

/** By the place on the keyboard, so that it is the same key in every layout. */
const steps: Record<string, number> = { ArrowDown: 1, KeyJ: 1, ArrowUp: -1, KeyK: -1 };

/**
 * Moves through the rows of a table: arrows or j and k, Home and End; Enter opens, x or Space picks, with Shift a whole range.
 * Only while the focus is in the table, so that nothing is typed into a shortcut. One row at a time is in the tab order.
 */
export function useRowKeys({ count, open, toggle, range, clear }: Options) {
	const body = useRef<HTMLTableSectionElement>(null);
	const [current, setCurrent] = useState(0);
	const anchor = useRef(0);
	const at = Math.max(0, Math.min(current, count - 1));

	const goTo = (index: number) => {
		const to = Math.max(0, Math.min(index, count - 1));
		setCurrent(to);
		body.current?.querySelectorAll<HTMLElement>("tr")[to]?.focus();
		return to;
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		const onRow = event.target instanceof HTMLTableRowElement;
		const step = steps[event.code];
		const goal = step ? at + step : { Home: 0, End: count - 1 }[event.code];
		if (goal !== undefined) {
			const to = goTo(goal);
			if (event.shiftKey) range?.(anchor.current, to);
			else anchor.current = to;
		} else if (event.code === "KeyX" || (event.code === "Space" && onRow)) {
			if (event.shiftKey) range?.(anchor.current, at);
			else toggle?.(at);
			anchor.current = at;
		} else if (event.code === "Enter" && onRow) open?.(at);
		else if (event.code === "Escape") clear?.();
		else return;
		event.preventDefault();
	};
	/** A press on a row opens it, with Shift it picks all from the row before; links and boxes in it do what they do. */
	const onClick = (index: number) => (event: MouseEvent) => {
		setCurrent(index);
		if (event.target instanceof Element && event.target.closest("a, button, input, label")) {
			anchor.current = index;
			return;
		}
		if (event.shiftKey) return range?.(anchor.current, index);
		anchor.current = index;
		if (!window.getSelection()?.toString()) open?.(index);
	};
	return {
		body: { ref: body, onKeyDown },
		row: (index: number) => ({
			tabIndex: index === at ? 0 : -1,
			onClick: onClick(index),
			onFocus: () => setCurrent(index),
		}),
	};
}
