/** A number from 0 to 2³²−1 that looks drawn by chance and is the same for the same seed and name, on every machine. */
export function lot(seed: string, name: string): number {
	const text = `${seed}/${name}`;
	let value = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
	value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
	value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
	return (value ^ (value >>> 16)) >>> 0;
}

/** The same as a share: from 0 to below 1. */
export const lotShare = (seed: string, name: string): number => lot(seed, name) / 2 ** 32;
