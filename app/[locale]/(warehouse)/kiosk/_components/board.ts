import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/trpc/root";

export type Board = inferRouterOutputs<AppRouter>["supplies"]["board"];
export type Kit = Board["onShelf"][number];
export type Item = Kit["items"][number];

export const columns = ["new", "cookie", "ready", "issued"] as const;
export type Column = (typeof columns)[number];

/**
 * Which kit stands where. One that was handed out a moment ago stays in its place for as long as that can be undone, so that
 * the hand finds "Undo" where it has just pressed "Issued".
 */
export function placeKits({ onShelf, issued }: Board, undoLeft: (kit: Kit) => number): Record<Column, Kit[]> {
	const staying = issued.filter((kit) => undoLeft(kit) > 0);
	const shelf = [...onShelf, ...staying].sort(bySoonest);
	return {
		new: shelf.filter(({ column }) => column === "new"),
		cookie: shelf.filter(({ column }) => column === "cookie"),
		ready: shelf.filter(({ column }) => column === "ready"),
		issued: issued.filter((kit) => undoLeft(kit) <= 0),
	};
}

const bySoonest = (a: Kit, b: Kit) => a.startsAt.getTime() - b.startsAt.getTime() || (a.kitId < b.kitId ? -1 : 1);

/** The kits on the shelf that were nowhere on the board before. One whose issue was undone is no news. */
export const newcomers = (before: Board, now: Board): Kit[] => {
	const known = new Set([...before.onShelf, ...before.issued].map(({ kitId }) => kitId));
	return now.onShelf.filter(({ kitId }) => !known.has(kitId));
};

/** The board as it will be when the server has taken in a tick, so that the finger sees it at once. */
export const withTick = (board: Board, kitId: string, position: number, ticked: boolean): Board => ({
	...board,
	onShelf: board.onShelf.map((kit) =>
		kit.kitId === kitId
			? { ...kit, items: kit.items.map((item) => (item.position === position ? { ...item, ticked } : item)) }
			: kit,
	),
});

export const isLate = (kit: Kit, now: Date): boolean => kit.issuedAt === null && now >= kit.dueAt;

export const progressOf = ({ items }: Kit) => ({
	done: items.filter(({ ticked }) => ticked).length,
	total: items.length,
});

/** What is to be said of a kit's cookie at a moment; nothing once it lies in the kit. */
export function cookieNews({ cookie, items }: Kit, now: Date): "ordering" | "comes" | "late" | "here" | "none" | null {
	if (!cookie || items.some(({ kind, ticked }) => kind === "cookie" && ticked)) return null;
	if (cookie.state === "arrived") return "here";
	if (cookie.givenUp) return "none";
	if (!cookie.expectedAt) return "ordering";
	return now < cookie.expectedAt ? "comes" : "late";
}
