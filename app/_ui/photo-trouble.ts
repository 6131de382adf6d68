export type PhotoTrouble =
	| { reason: "tooBig"; details: { size: string; limit: string } }
	| { reason: "notAnImage"; details: Record<string, never> };

/** The most that the server takes. */
export const PHOTO_LIMIT_MB = 15;

const MEGABYTE = 1024 * 1024;

/** What would make the server refuse a photo, as far as the browser can tell. The server looks into the bytes itself. */
export function photoTrouble(file: { size: number; type: string }, limitMb: number): PhotoTrouble | null {
	if (file.type !== "" && !file.type.startsWith("image/")) return { reason: "notAnImage", details: {} };
	if (file.size > limitMb * MEGABYTE) {
		return { reason: "tooBig", details: { size: (file.size / MEGABYTE).toFixed(1), limit: String(limitMb) } };
	}
	return null;
}
