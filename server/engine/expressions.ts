import { createHash } from "node:crypto";

/** What an expression may name: the event that started the run, and, where a run waits or may be cancelled, the new one. */
export type Scope = { event: unknown; async?: unknown };

type Node =
	| { kind: "literal"; value: unknown }
	| { kind: "path"; path: string[] }
	| { kind: "not"; of: Node }
	| { kind: "binary"; operator: string; left: Node; right: Node };

export type Expression = { source: string; root: Node };

/** The expression is outside the part of CEL that the embedded engine knows. */
export class UnsupportedExpression extends Error {
	constructor(source: string, at: string) {
		super(`the expression ${JSON.stringify(source)} is not supported${at ? ` at ${JSON.stringify(at)}` : ""}`);
		this.name = "UnsupportedExpression";
	}
}

const TOKEN =
	/\s*(?:(==|!=|<=|>=|&&|\|\||[<>!()+])|("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(\d+(?:\.\d+)?)|([a-zA-Z_][\w.]*))/y;

/** Loosest first. */
const LEVELS = [["||"], ["&&"], ["==", "!=", "<", "<=", ">", ">="], ["+"]];

/**
 * Reads the part of CEL that functions use: paths into `event` and `async`, literals, comparisons, `&&`, `||`, `!`, `+` and
 * brackets. Throws UnsupportedExpression for anything else.
 */
export function parseExpression(source: string): Expression {
	const tokens = tokenize(source);
	let at = 0;
	const fail = (): never => {
		throw new UnsupportedExpression(source, tokens[at] ?? "");
	};

	function level(depth: number): Node {
		const operators = LEVELS[depth];
		if (!operators) return unary();
		let left = level(depth + 1);
		while (operators.includes(tokens[at] ?? "")) {
			const operator = tokens[at++] ?? "";
			left = { kind: "binary", operator, left, right: level(depth + 1) };
		}
		return left;
	}

	function unary(): Node {
		const token = tokens[at++];
		if (token === undefined) return fail();
		if (token === "!") return { kind: "not", of: unary() };
		if (token === "(") {
			const inner = level(0);
			return tokens[at++] === ")" ? inner : fail();
		}
		return atom(token) ?? fail();
	}

	const root = level(0);
	if (at < tokens.length) fail();
	return { source, root };
}

function tokenize(source: string): string[] {
	const tokens: string[] = [];
	TOKEN.lastIndex = 0;
	while (source.slice(TOKEN.lastIndex).trim() !== "") {
		const from = TOKEN.lastIndex;
		const found = TOKEN.exec(source);
		if (!found) throw new UnsupportedExpression(source, source.slice(from));
		tokens.push(found[0].trim());
	}
	return tokens;
}

function atom(token: string): Node | null {
	if (/^["']/.test(token)) return { kind: "literal", value: token.slice(1, -1).replace(/\\(.)/g, "$1") };
	if (/^\d/.test(token)) return { kind: "literal", value: Number(token) };
	if (token === "true" || token === "false") return { kind: "literal", value: token === "true" };
	if (token === "null") return { kind: "literal", value: null };
	const path = token.split(".");
	return path[0] === "event" || path[0] === "async" ? { kind: "path", path } : null;
}

/** The value of an expression. A path that leads nowhere is `undefined`, which equals nothing. */
export const evaluate = ({ root }: Expression, scope: Scope): unknown => result(root, scope);

/** Whether a condition holds. */
export const holds = (expression: Expression | null, scope: Scope): boolean =>
	expression === null || evaluate(expression, scope) === true;

function result(node: Node, scope: Scope): unknown {
	switch (node.kind) {
		case "literal":
			return node.value;
		case "path":
			return follow(scope, node.path);
		case "not":
			return result(node.of, scope) !== true;
		case "binary":
			return combine(node.operator, result(node.left, scope), () => result(node.right, scope));
	}
}

const follow = (from: unknown, path: readonly string[]): unknown =>
	path.reduce<unknown>(
		(value, key) =>
			typeof value === "object" && value !== null && Object.hasOwn(value, key)
				? (value as Record<string, unknown>)[key]
				: undefined,
		from,
	);

function combine(operator: string, left: unknown, rightOf: () => unknown): unknown {
	if (operator === "&&") return left === true && rightOf() === true;
	if (operator === "||") return left === true || rightOf() === true;
	const right = rightOf();
	const known = left !== undefined && right !== undefined;
	if (operator === "==") return known && JSON.stringify(left) === JSON.stringify(right);
	if (operator === "!=") return known && JSON.stringify(left) !== JSON.stringify(right);
	if (typeof left === "number" && typeof right === "number") return arithmetic(operator, left, right);
	if (typeof left === "string" && typeof right === "string") return arithmetic(operator, left, right);
	return undefined;
}

function arithmetic<Value extends number | string>(operator: string, left: Value, right: Value): unknown {
	switch (operator) {
		case "<":
			return left < right;
		case "<=":
			return left <= right;
		case ">":
			return left > right;
		case ">=":
			return left >= right;
		default:
			return typeof left === "string" ? `${left}${right}` : Number(left) + Number(right);
	}
}

/**
 * What a new event must have for `event.x == async.y` in an expression to hold, as `y=value`: by this index a waiting run is
 * found without reading all that wait. Empty when the expression has no such part; then every event of the name is a candidate.
 */
export function matchKey(expression: Expression | null, event: unknown): string {
	const equality = expression && conjuncts(expression.root).map(sides).find(Boolean);
	if (!equality) return "";
	return leaf(equality.async.slice(1), follow({ event }, equality.event)) ?? "";
}

const conjuncts = (node: Node): Node[] =>
	node.kind === "binary" && node.operator === "&&" ? [...conjuncts(node.left), ...conjuncts(node.right)] : [node];

function sides(node: Node): { event: string[]; async: string[] } | null {
	if (node.kind !== "binary" || node.operator !== "==") return null;
	const paths = [node.left, node.right].map((side) => (side.kind === "path" ? side.path : []));
	const event = paths.find(([root]) => root === "event");
	const async = paths.find(([root]) => root === "async");
	return event && async ? { event, async } : null;
}

const leaf = (path: readonly string[], value: unknown): string | null =>
	["string", "number", "boolean"].includes(typeof value) || value === null
		? indexable(`${path.join(".")}=${JSON.stringify(value)}`)
		: null;

const LONGEST = 400;

/** A text that an index can hold, however long the value in it is; equal for equal texts. */
export const indexable = (text: string): string =>
	text.length <= LONGEST ? text : `${text.slice(0, 60)}#${createHash("sha256").update(text).digest("base64url")}`;

/** Every key under which a run may wait for this event, the empty one included. */
export function matchKeysOf(event: unknown): string[] {
	const keys = [""];
	const visit = (path: string[], value: unknown) => {
		const key = leaf(path, value);
		if (key !== null) keys.push(key);
		else if (typeof value === "object" && value !== null && !Array.isArray(value)) {
			for (const [name, part] of Object.entries(value)) visit([...path, name], part);
		}
	};
	visit([], event);
	return keys;
}
