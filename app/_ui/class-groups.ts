import type { Config } from "tailwind-merge";

type ClassGroup = Config<string, string>["classGroups"][string];

const any = (): boolean => true;
const oneOf = (words: string): ClassGroup => words.split(" ");
/** `border` as well as `border-2`. */
const alone = (name: string, value: (value: string) => boolean = any): ClassGroup => [name, { [name]: [value] }];

/** Sizes and lines; what else begins so is a colour. */
const width = (value: string): boolean => /^(\d+|x|y|t|r|b|l)$/.test(value);
const textSize = (value: string): boolean => /^(xs|sm|base|body|lg|\d?xl)$/.test(value);

/** Whose name is the beginning of their classes: `px-4` is of `px`. */
const byName =
	"size w h min-w max-w min-h max-h p px py pt pr pb pl m mx my mt mr mb ml gap gap-x gap-y space-x space-y inset inset-x inset-y top right bottom left z order basis opacity items justify self whitespace cursor leading tracking translate-x translate-y rotate origin duration ease animate appearance align fill stroke shadow accent select grid-cols grid-rows col row divide-x scroll-mt pointer-events underline-offset outline-offset";

/**
 * The classes that the house uses, by what they set, for `cn`. The library's own list knows all that there are and weighs a
 * twentieth of what a page may; a test holds this one to it.
 */
export const classGroups: Config<string, string>["classGroups"] = {
	...Object.fromEntries(byName.split(" ").map((name) => [name, [{ [name]: [any] }]])),
	display: oneOf("block inline-block inline flex inline-flex table grid contents hidden"),
	position: oneOf("static fixed absolute relative sticky"),
	visibility: oneOf("visible invisible collapse"),
	"sr-only": oneOf("sr-only not-sr-only"),
	flex: [{ flex: [(value: string) => /^(\d+|auto|none|initial)$/.test(value)] }],
	"flex-direction": [{ flex: ["row", "row-reverse", "col", "col-reverse"] }],
	"flex-wrap": [{ flex: ["wrap", "nowrap", "wrap-reverse"] }],
	shrink: alone("shrink"),
	"overflow-x": [{ "overflow-x": [any] }],
	"overflow-y": [{ "overflow-y": [any] }],
	overflow: [{ overflow: ["auto", "hidden", "visible", "scroll", "clip"] }],
	"text-overflow": ["truncate"],
	"text-align": [{ text: ["left", "center", "right"] }],
	"font-size": [{ text: [textSize] }],
	"text-color": [{ text: [any] }],
	"text-transform": oneOf("uppercase lowercase capitalize normal-case"),
	"text-decoration": oneOf("underline line-through no-underline"),
	"decoration-color": [{ decoration: [any] }],
	"font-weight": [{ font: ["normal", "medium", "semibold", "bold"] }],
	"font-family": [{ font: [any] }],
	"tabular-nums": ["tabular-nums"],
	wrap: [{ wrap: [any] }],
	"border-w": alone("border", width),
	"border-w-x": alone("border-x", width),
	"border-w-y": alone("border-y", width),
	"border-w-t": alone("border-t", width),
	"border-w-r": alone("border-r", width),
	"border-w-b": alone("border-b", width),
	"border-w-l": alone("border-l", width),
	"border-style": [{ border: ["solid", "dashed", "dotted", "none"] }],
	"border-collapse": [{ border: ["collapse", "separate"] }],
	"border-color": [{ border: [any] }],
	"divide-y": alone("divide-y", width),
	"divide-color": [{ divide: [any] }],
	rounded: alone("rounded"),
	"rounded-t": alone("rounded-t"),
	"rounded-b": alone("rounded-b"),
	"rounded-l": alone("rounded-l"),
	"rounded-r": alone("rounded-r"),
	"bg-size": [{ bg: ["cover", "contain", "auto"] }],
	"bg-position": [{ bg: ["center", "top", "bottom", "left", "right"] }],
	"bg-repeat": [{ bg: ["no-repeat", "repeat"] }],
	"bg-color": [{ bg: [any] }],
	"outline-style": [{ outline: ["none", "hidden"] }],
	"outline-w": alone("outline", width),
	"outline-color": [{ outline: [any] }],
	"ring-w": alone("ring", width),
	"ring-color": [{ ring: [any] }],
	"inset-ring-w": alone("inset-ring", width),
	"inset-ring-color": [{ "inset-ring": [any] }],
	transition: alone("transition"),
};

const sides = (name: string, sep = ""): string[] =>
	["x", "y", "t", "r", "b", "l"].map((side) => `${name}${sep}${side}`);

/** What the later of two takes away though it is of another group. */
export const conflictingClassGroups: Record<string, readonly string[]> = {
	size: ["w", "h"],
	p: sides("p"),
	px: ["pr", "pl"],
	py: ["pt", "pb"],
	m: sides("m"),
	mx: ["mr", "ml"],
	my: ["mt", "mb"],
	gap: ["gap-x", "gap-y"],
	inset: ["inset-x", "inset-y", "top", "right", "bottom", "left"],
	"inset-x": ["right", "left"],
	"inset-y": ["top", "bottom"],
	flex: ["basis", "shrink"],
	overflow: ["overflow-x", "overflow-y"],
	"font-size": ["leading"],
	rounded: ["rounded-t", "rounded-b", "rounded-l", "rounded-r"],
	"border-w": sides("border-w", "-"),
	"border-w-x": ["border-w-r", "border-w-l"],
	"border-w-y": ["border-w-t", "border-w-b"],
};
