import type { StepInfo } from "./chain";

type Words = { en: string; ru: string };

/** One field of a step's form, as its parameter's schema describes it. */
export type ParamField = { name: string; label: Words | null; optional: boolean } & (
	| { kind: "number"; whole: boolean; min: number | null; max: number | null }
	| { kind: "yes-no" }
	| { kind: "choice"; values: string[]; words: Record<string, Words> }
	| { kind: "expression"; longest: number | null }
	| { kind: "text"; longest: number | null }
	/** What no field is made for is edited as JSON, so that no parameter is ever out of reach. */
	| { kind: "json" }
);

/** The form of a step's parameters, made from their JSON schema: a step brings no form of its own. */
export function fieldsOf(schema: StepInfo["params"]): ParamField[] {
	const root: Record<string, unknown> = { ...schema };
	const properties = isRecord(root.properties) ? root.properties : {};
	const required = Array.isArray(root.required) ? root.required : [];
	return Object.entries(properties).map(([name, property]) => {
		const described = isRecord(property) ? property : {};
		const optional = !required.includes(name);
		return { name, label: isWords(described.label) ? described.label : null, optional, ...shapeOf(described) };
	});
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === "object" && value !== null && !Array.isArray(value);
const isWords = (value: unknown): value is Words =>
	isRecord(value) && typeof value.en === "string" && typeof value.ru === "string";
const numberOr = (value: unknown): number | null => (typeof value === "number" ? value : null);

type Shape = ParamField extends infer Field
	? Field extends ParamField
		? Omit<Field, "name" | "label" | "optional">
		: never
	: never;

function shapeOf(property: Record<string, unknown>): Shape {
	const { type, format, minimum, maximum, maxLength } = property;
	if (Array.isArray(property.enum)) {
		const words = isRecord(property.words) ? property.words : {};
		const named = Object.fromEntries(
			Object.entries(words).flatMap(([key, value]) => (isWords(value) ? [[key, value]] : [])),
		);
		return { kind: "choice", values: property.enum.map(String), words: named };
	}
	if (type === "integer" || type === "number")
		return { kind: "number", whole: type === "integer", min: numberOr(minimum), max: numberOr(maximum) };
	if (type === "boolean") return { kind: "yes-no" };
	if (type === "string") return { kind: format === "expression" ? "expression" : "text", longest: numberOr(maxLength) };
	return { kind: "json" };
}
