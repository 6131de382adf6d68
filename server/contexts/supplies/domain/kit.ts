/** A kit's states in the order in which it passes them; it is used or returned when its job is over. */
export type KitState = "requested" | "assembling" | "ready" | "issued" | "used" | "returned";

export const shelfStates = ["requested", "assembling", "ready"] as const satisfies readonly KitState[];

export type ItemKind = "supply" | "form" | "cookie";
type Item = { kind: ItemKind; ticked: boolean };

/** The columns of the warehouse's board that a kit passes before it is handed out. */
export type ShelfColumn = "new" | "cookie" | "ready";

export type KitFacts = {
	items: readonly Item[];
	/** Nobody waits for the cookie any more. It may still come and be put in. */
	cookieGivenUp: boolean;
	/** Staff pressed "Issued" and have not taken it back. */
	issued: boolean;
	/** Execution took the kit for issued when the job started. */
	startedWithKit: boolean;
	/** The assignment or the whole order has ended. */
	over: boolean;
	/** The job was completed with this kit's assignment. */
	completed: boolean;
	/** Staff saw it back on the shelf after the end. */
	broughtBack: boolean;
};

/**
 * What a kit is, told by the facts alone and not by the order in which they came to be known. A job that has started with
 * the kit proves that the worker has it, so the start outweighs an undo that crossed it. A kit that was never handed out
 * goes back by itself when its job is over; one that the worker has stays issued, with its return due, until staff see it.
 */
export function settle(facts: KitFacts): { state: KitState; returnDue: boolean } {
	const handedOut = facts.issued || facts.startedWithKit;
	if (!facts.over) return { state: handedOut ? "issued" : shelfState(facts), returnDue: false };
	if (!handedOut || facts.broughtBack) return { state: "returned", returnDue: false };
	return facts.completed ? { state: "used", returnDue: false } : { state: "issued", returnDue: true };
}

type Contents = Pick<KitFacts, "items" | "cookieGivenUp">;

function shelfState(contents: Contents): KitState {
	if (isComplete(contents)) return "ready";
	return contents.items.some((item) => item.ticked) ? "assembling" : "requested";
}

/** Where the board shows a kit, or would show it if it had not been handed out. */
export function shelfColumn(contents: Contents): ShelfColumn {
	if (isComplete(contents)) return "ready";
	return contents.items.every((item) => item.ticked || item.kind === "cookie") ? "cookie" : "new";
}

const isComplete = ({ items, cookieGivenUp }: Contents): boolean =>
	items.every((item) => item.ticked || (item.kind === "cookie" && cookieGivenUp));

export const isOnShelf = (state: KitState): boolean => shelfStates.some((shelf) => shelf === state);

/** The moment of a kit's next event: now, but always later than the one before, so that others can tell which one holds. */
export const nextChange = (now: Date, before: Date): Date => new Date(Math.max(now.getTime(), before.getTime() + 1));

/** As much as a client needs to know. */
export function coarse(state: KitState, everIssued: boolean): "requested" | "ready" | "issued" {
	if (everIssued) return "issued";
	return state === "ready" ? "ready" : "requested";
}
