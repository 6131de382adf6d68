import sharp from "sharp";
import { v5 } from "uuid";
import { getAccountByEmail, getAccountOfWorker, personOf } from "@/server/contexts/identity";
import type { Person } from "@/server/kernel/actor";
import type { FileId, WorkerId } from "@/server/kernel/ids";
import { actingAs, type Ctx } from "@/server/platform/context";
import { receiveImage } from "@/server/platform/files";

const NAMESPACE = "5b0f3c52-6a43-4c0e-9d3f-2f6c5a1f7d10";

/** The same key for the same deed, so that filling the demo again, or going on after a cut, does nothing twice. */
export const keyFor = (deed: string): string => v5(deed, NAMESPACE);

/** A context in which somebody of the demo company acts. */
export async function as(ctx: Ctx, email: string): Promise<Ctx & { actor: Person }> {
	const account = await getAccountByEmail(ctx, email);
	if (!account) throw new Error(`nobody in the demo has the address ${email}`);
	return actingAs(ctx, personOf(account)) as Ctx & { actor: Person };
}

export async function asWorker(ctx: Ctx, workerId: WorkerId): Promise<Ctx> {
	const account = await getAccountOfWorker(ctx, workerId);
	if (!account) throw new Error(`the worker ${workerId} has no account`);
	return actingAs(ctx, personOf(account));
}

/** A photo as a worker's phone would send it: of the door, or of the signed form. */
export async function takePhoto(ctx: Ctx, of: "door" | "form", name: string): Promise<FileId> {
	const source = await sharp(Buffer.from(drawings[of])).jpeg({ quality: 85 }).toBuffer();
	return (await receiveImage(ctx, { source, idempotencyKey: keyFor(`photo of the ${of}, ${name}`) })).fileId;
}

const frame = (inside: string) =>
	`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 600" width="800" height="600">${inside}</svg>`;

const drawings = {
	door: frame(`
		<rect width="800" height="600" fill="#e8dcc8"/><rect y="500" width="800" height="100" fill="#b79a76"/>
		<rect x="270" y="90" width="260" height="420" rx="8" fill="#7a4f35"/>
		<rect x="300" y="130" width="200" height="150" rx="4" fill="#8f6244"/>
		<circle cx="500" cy="320" r="12" fill="#e7b75f"/>
		<rect x="355" y="430" width="90" height="70" rx="35" fill="#2f2621"/>`),
	form: frame(`
		<rect width="800" height="600" fill="#8f6244"/><rect x="220" y="40" width="360" height="520" rx="6" fill="#fffaf0"/>
		<g fill="#d5c8b2">${[120, 160, 200, 240, 280, 320].map((y) => `<rect x="260" y="${y}" width="280" height="10"/>`).join("")}</g>
		<path d="M300 470c30-60 50 40 80-10s40 40 70-20 30 20 60-10" fill="none" stroke="#2c4a7c" stroke-width="6" stroke-linecap="round"/>`),
};
