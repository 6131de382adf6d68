import { type RefObject, useRef } from "react";

type MovedRows = {
	/** Of the list whose rows have keys marked `data-move="up"` and `data-move="down"`. */
	list: RefObject<HTMLOListElement | null>;
	/** To be said once a row has gone to another place. */
	follow: (from: number, to: number) => void;
};

/** A row that was moved went to another place of the page: whoever presses again must find the key under the finger. */
export function useMovedRow(): MovedRows {
	const list = useRef<HTMLOListElement>(null);
	return {
		list,
		follow(from, to) {
			const back = to < from ? "up" : "down";
			requestAnimationFrame(() => {
				const row = list.current?.children[to];
				const again = row?.querySelector<HTMLButtonElement>(`[data-move="${back}"]:not(:disabled)`);
				(again ?? row?.querySelector<HTMLButtonElement>("[data-move]:not(:disabled)"))?.focus();
			});
		},
	};
}
