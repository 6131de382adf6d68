import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/trpc/root";

export type ShownMap = inferRouterOutputs<AppRouter>["engine"]["map"];

export const ROW = 22;
export const HEAD = 28;
const GAP = 16;
const PADDING = 8;
export const WIDTH = 900;
const EVENTS_WIDTH = 290;
const FUNCTIONS_WIDTH = 280;
const FUNCTIONS_X = WIDTH - FUNCTIONS_WIDTH;

export type DrawnRow = { id: string; label: string; y: number; count?: number };
export type DrawnBox = { context: string; x: number; y: number; width: number; height: number; rows: DrawnRow[] };
export type DrawnCurve = { event: string; function: string; ends: boolean; path: string };
export type Drawing = { height: number; publishers: DrawnBox[]; reactors: DrawnBox[]; curves: DrawnCurve[] };

type Group = { context: string; rows: { id: string; label: string; count?: number }[] };

/** Whoever publishes stands at the left with the events, whoever reacts at the right with the functions. */
export function drawEvents({ contexts, events }: Pick<ShownMap, "contexts" | "events">): Drawing {
	const told = events.map(({ name, owner, today }) => ({ id: name, context: owner, count: today }));
	const reactions = reactionsOf(events);
	const height = Math.max(
		naturalHeight(told.map(({ context }) => context)),
		naturalHeight([...new Map(reactions.map((each) => [each.function, each.context])).values()]),
	);
	const publishers = stack(grouped(contexts, told), { x: 0, width: EVENTS_WIDTH, height });
	const heights = heightsOf(publishers.boxes);
	// A function stands as near as can be to what it reacts to: the curves cross least so.
	const nearest = (keep: (each: (typeof reactions)[number]) => boolean) => {
		const of = reactions.filter(keep).map(({ event }) => heights.get(event) ?? 0);
		return of.reduce((sum, y) => sum + y, 0) / Math.max(1, of.length);
	};
	const ids = [...new Set(reactions.map((each) => each.function))].toSorted(
		(a, b) => nearest((each) => each.function === a) - nearest((each) => each.function === b),
	);
	const order = contexts.toSorted(
		(a, b) => nearest(({ context }) => context === a) - nearest(({ context }) => context === b),
	);
	const functions = ids.map((id) => ({ id, context: reactions.find((each) => each.function === id)?.context ?? "" }));
	const reactors = stack(grouped(order, functions), { x: FUNCTIONS_X, width: FUNCTIONS_WIDTH, height });
	const functionHeights = heightsOf(reactors.boxes);
	return {
		height: Math.max(publishers.height, reactors.height),
		publishers: publishers.boxes,
		reactors: reactors.boxes,
		curves: reactions.map((each) => ({
			event: each.event,
			function: each.function,
			ends: each.how === "ends",
			path: curve(heights.get(each.event) ?? 0, functionHeights.get(each.function) ?? 0),
		})),
	};
}

const reactionsOf = (events: ShownMap["events"]) =>
	events.flatMap(({ name, reactions }) => reactions.map((each) => ({ ...each, event: name })));

/** How high a side is with its boxes close together: a row each, under its context. */
const naturalHeight = (contexts: readonly string[]): number =>
	contexts.length * ROW + new Set(contexts).size * (HEAD + PADDING + GAP) - GAP;

const grouped = (
	contexts: readonly string[],
	rows: readonly { id: string; context: string; count?: number }[],
): Group[] =>
	contexts
		.map((context) => ({
			context,
			rows: rows
				.filter((row) => row.context === context)
				.map(({ id, count }) => ({ id, label: id.slice(context.length + 1), ...(count !== undefined && { count }) })),
		}))
		.filter(({ rows: own }) => own.length > 0);

/** Boxes from top to bottom; what is left of the height is shared out between them. */
function stack(groups: readonly Group[], { x, width, height: whole }: { x: number; width: number; height: number }) {
	const boxes: DrawnBox[] = [];
	const filled = groups.reduce((sum, { rows }) => sum + HEAD + rows.length * ROW + PADDING, 0);
	const gap = Math.max(GAP, (whole - filled) / Math.max(1, groups.length - 1));
	let y = 0;
	for (const { context, rows } of groups) {
		const height = HEAD + rows.length * ROW + PADDING;
		boxes.push({
			...{ context, x, y, width, height },
			rows: rows.map((row, at) => ({ ...row, y: y + HEAD + at * ROW })),
		});
		y += height + gap;
	}
	return { boxes, height: Math.max(0, y - gap) };
}

const heightsOf = (boxes: readonly DrawnBox[]): Map<string, number> =>
	new Map(boxes.flatMap(({ rows }) => rows.map(({ id, y }) => [id, y + ROW / 2] as const)));

function curve(from: number, to: number): string {
	const middle = (EVENTS_WIDTH + FUNCTIONS_X) / 2;
	return `M ${EVENTS_WIDTH} ${from} C ${middle} ${from}, ${middle} ${to}, ${FUNCTIONS_X} ${to}`;
}
