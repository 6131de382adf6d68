import { createHash } from "node:crypto";

/** A number from 0 to below 1 that looks drawn by chance and is for ever the same for the same draw and subject. */
export const lotOf = (draw: string, subject: string): number =>
	createHash("sha256").update(`${draw}/${subject}`).digest().readUIntBE(0, 6) / 2 ** 48;
