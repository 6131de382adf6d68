import sharp from "sharp";
import { fileRefusals } from "./files/refusals";

/** The largest upload in bytes: what a phone's camera makes, with room to spare. */
export const MAX_IMAGE_BYTES = 15_000_000;
/** More pixels than any phone's camera has; a file that unpacks to more is a bomb. */
const MAX_PIXELS = 60_000_000;
const LONGEST_SIDE = 2048;
const FORMATS = ["jpeg", "png", "webp", "avif", "heif"];
/** Unpacked, a picture is hundreds of megabytes: so many at a time, the others wait. */
const AT_ONCE = 2;

export type Image = { bytes: Buffer; mime: "image/webp"; width: number; height: number };

/**
 * Turns what somebody sent into a picture of our own making: sniffed by content, never by name, limited in bytes and
 * pixels, turned upright, scaled down, encoded anew without metadata. Refuses what is not a picture.
 */
export async function reencodeImage(source: Buffer): Promise<Image> {
	if (source.byteLength > MAX_IMAGE_BYTES) {
		throw fileRefusals.because("too_large", { megabytes: MAX_IMAGE_BYTES / 1_000_000 });
	}
	if (!beginsLikeAPicture(source)) throw fileRefusals.because("not_a_picture");
	return inTurn(() => decode(source));
}

async function decode(source: Buffer): Promise<Image> {
	try {
		const input = sharp(source, { limitInputPixels: MAX_PIXELS, pages: 1, failOn: "error" });
		const { format } = await input.metadata();
		if (!format || !FORMATS.includes(format)) throw fileRefusals.because("not_a_picture");
		const { data, info } = await input
			.rotate()
			.resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: "inside", withoutEnlargement: true })
			.webp({ quality: 82 })
			.toBuffer({ resolveWithObject: true });
		return { bytes: data, mime: "image/webp", width: info.width, height: info.height };
	} catch (error) {
		// Whatever the decoder stumbles over, the sender is told the same: this is no picture we can read.
		throw fileRefusals.is(error, "not_a_picture") ? error : fileRefusals.because("not_a_picture");
	}
}

/** Decoders are for pictures: what is a page, a drawing or a document by its first bytes does not reach one. */
function beginsLikeAPicture(source: Buffer): boolean {
	const ascii = (from: number, to: number) => source.toString("latin1", from, to);
	const isWebp = ascii(0, 4) === "RIFF" && ascii(8, 12) === "WEBP";
	return ascii(0, 3) === "\xff\xd8\xff" || ascii(0, 4) === "\x89PNG" || isWebp || ascii(4, 8) === "ftyp";
}

const waiting: (() => void)[] = [];
let working = 0;

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
	if (working >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
	else working += 1;
	try {
		return await work();
	} finally {
		// Whoever waits longest takes over the place.
		const next = waiting.shift();
		if (next) next();
		else working -= 1;
	}
}
