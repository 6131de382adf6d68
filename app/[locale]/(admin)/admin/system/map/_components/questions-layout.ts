export type Question = { asker: string; asked: string };
export type Node = { context: string; x: number; y: number };

export const NODE = { width: 132, height: 34 };
const COLUMN = 190;
const LINE = 52;

/**
 * Whoever is asked stands right of whoever asks, as far as the longest chain of questions to it reaches. Each column is centred.
 */
export function drawQuestions(questions: readonly Question[]) {
	const contexts = [...new Set(questions.flatMap(({ asker, asked }) => [asker, asked]))];
	const longest = (context: string, seen: readonly string[] = []): number => {
		const next = questions.filter(({ asker, asked }) => asker === context && !seen.includes(asked));
		return next.length === 0 ? 0 : 1 + Math.max(...next.map(({ asked }) => longest(asked, [...seen, context])));
	};
	const ranks = new Map(contexts.map((context) => [context, longest(context)]));
	const last = Math.max(0, ...ranks.values());
	const columns = Array.from({ length: last + 1 }, (_, at) => contexts.filter((one) => ranks.get(one) === last - at));
	const tallest = Math.max(1, ...columns.map((column) => column.length));
	const nodes = columns.flatMap((column, at) =>
		column.map(
			(context, line): Node => ({
				context,
				x: at * COLUMN,
				y: (line + (tallest - column.length) / 2) * LINE,
			}),
		),
	);
	const byName = new Map(nodes.map((node) => [node.context, node]));
	return {
		nodes,
		width: last * COLUMN + NODE.width,
		height: (tallest - 1) * LINE + NODE.height,
		curves: questions.flatMap((question) => {
			const [from, to] = [byName.get(question.asker), byName.get(question.asked)];
			return from && to ? [{ ...question, path: curve(from, to) }] : [];
		}),
	};
}

function curve(from: Node, to: Node): string {
	const [x1, y1] = [from.x + NODE.width, from.y + NODE.height / 2];
	const [x2, y2] = [to.x, to.y + NODE.height / 2];
	const bend = Math.min(60, (x2 - x1) / 2);
	return `M ${x1} ${y1} C ${x1 + bend} ${y1}, ${x2 - bend} ${y2}, ${x2} ${y2}`;
}
