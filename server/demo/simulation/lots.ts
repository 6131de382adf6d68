/** What chance decides about one entity: the same names draw the same lots, whatever others draw and when. */
export type Lots = {
	/** From 0, below 1. */
	next(): number;
	chance(share: number): boolean;
	/** A whole number, both ends included. */
	between(least: number, most: number): number;
	pick<Choice>(choices: readonly Choice[]): Choice;
};

/** Lots for whatever the names name: a client's day, an order's fate. */
export function lotsOf(...names: (string | number)[]): Lots {
	let state = hash(names.join("\u0000"));
	const next = (): number => {
		// Mulberry32: small, quick, and the same on every machine.
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
	return {
		next,
		chance: (share) => next() < share,
		between: (least, most) => least + Math.floor(next() * (most - least + 1)),
		pick(choices) {
			const drawn = choices[Math.floor(next() * choices.length)];
			if (drawn === undefined) throw new Error("there is nothing to draw from");
			return drawn;
		},
	};
}

/** FNV-1a with a final mix, 32 bits. */
function hash(text: string): number {
	let value = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) {
		value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
	}
	value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
	return (value ^ (value >>> 13)) | 0;
}
