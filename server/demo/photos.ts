import sharp from "sharp";
import type { FileId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { receiveImage } from "@/server/platform/files";
import { keyFor } from "./actors";
import { type Lots, lotsOf } from "./simulation/lots";

type Motif = "door" | "form";

const VARIANTS = 6;
const cameras = new Map<string, Promise<Buffer>>();

/** A photo as a worker's phone would send it: of the door, or of the signed form. No two doors are quite alike. */
export async function takePhoto(ctx: Ctx, of: Motif, name: string): Promise<FileId> {
	const variant = lotsOf("photo", name).between(1, VARIANTS);
	const motif = `${of} ${variant}`;
	const taken = cameras.get(motif) ?? develop(drawings[of](lotsOf(motif)));
	cameras.set(motif, taken);
	return (await receiveImage(ctx, { source: await taken, idempotencyKey: keyFor(`photo of the ${of}, ${name}`) }))
		.fileId;
}

const develop = (drawing: string): Promise<Buffer> => sharp(Buffer.from(drawing)).jpeg({ quality: 85 }).toBuffer();

const frame = (inside: string) =>
	`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 600" width="560" height="420">${inside}</svg>`;

const doors = ["#7a4f35", "#5b6b4e", "#4f5f78", "#8a4a43", "#6c5a7a", "#a1733c"];
const walls = ["#e8dcc8", "#dfe3d6", "#e9d7cf", "#d8dde6"];

const drawings: Record<Motif, (lots: Lots) => string> = {
	door: (lots) =>
		frame(`
		<rect width="800" height="600" fill="${lots.pick(walls)}"/><rect y="500" width="800" height="100" fill="#b79a76"/>
		<rect x="270" y="90" width="260" height="420" rx="8" fill="${lots.pick(doors)}"/>
		<rect x="300" y="130" width="200" height="150" rx="4" fill="#ffffff" opacity="0.16"/>
		<circle cx="500" cy="320" r="12" fill="#e7b75f"/>
		<rect x="355" y="430" width="90" height="70" rx="35" fill="#2f2621"/>
		<rect x="${lots.between(580, 640)}" y="430" width="60" height="80" rx="10" fill="#b5654a"/>
		<circle cx="${lots.between(600, 650)}" cy="${lots.between(380, 410)}" r="44" fill="#6f8f57"/>`),
	form: (lots) =>
		frame(`
		<rect width="800" height="600" fill="${lots.pick(doors)}"/>
		<g transform="rotate(${lots.between(-6, 6)} 400 300)">
		<rect x="220" y="40" width="360" height="520" rx="6" fill="#fffaf0"/>
		<g fill="#d5c8b2">${[120, 160, 200, 240, 280, 320].map((y) => `<rect x="260" y="${y}" width="${lots.between(190, 280)}" height="10"/>`).join("")}</g>
		<path d="M300 470c30-60 50 40 80-10s40 40 70-20 30 20 60-10" fill="none" stroke="#2c4a7c" stroke-width="6" stroke-linecap="round"/>
		</g>`),
};
