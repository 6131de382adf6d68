/** A number from 0 to below 1 that looks drawn by chance and is for ever the same for the same draw and subject, on every machine. */
export function lotOf(draw: string, subject: string): number {
	const text = `${draw}/${subject}`;
	let value = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
	value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
	value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
	return ((value ^ (value >>> 16)) >>> 0) / 2 ** 32;
}
