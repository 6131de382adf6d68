const HIDDEN = "[redacted]";
const DEPTH = 6;

/** Names of fields that hold secrets, or by which a person could be found. */
const secretNames =
	/(password|passphrase|secret|token|authorization|signature|api_?key|access_?key)|^(set-)?cookies?$/i;
const personalNames =
	/^(e?mail|emails|e_mail|phone|address|place|note|contact|recipient|to|name|firstName|lastName|fullName|iban|birthday|age|text|body|html)$/i;

/** A copy of what is logged without secrets and personal fields, at any depth; errors as plain values. */
export function redacted(fields: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, field(name, value, DEPTH)]));
}

function field(name: string, value: unknown, depth: number): unknown {
	if (value === null || value === undefined) return value;
	return secretNames.test(name) || personalNames.test(name) ? HIDDEN : plain(value, depth);
}

function plain(value: unknown, depth: number): unknown {
	if (typeof value === "bigint") return value.toString();
	if (typeof value !== "object" || value === null) return value;
	if (depth === 0) return "[…]";
	if (value instanceof Error) return plainError(value, depth);
	if (value instanceof Date) return value;
	if (Array.isArray(value)) return value.map((item) => plain(item, depth - 1));
	return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, field(name, inner, depth - 1)]));
}

/** Drizzle puts the values of a query, which may be personal, at the end of its message. (PostgreSQL's `detail`, too, is not copied.) */
const withoutParameters = (words: string) => words.replace(/\nparams:[\s\S]*?(?=\n {4}at |$)/g, "\nparams: [redacted]");

function plainError(error: Error, depth: number) {
	const { name, message, stack, cause } = error;
	const code = "code" in error ? error.code : undefined;
	return {
		type: name,
		message: withoutParameters(message),
		stack: withoutParameters(stack ?? ""),
		...(code === undefined ? {} : { code }),
		...(cause === undefined ? {} : { cause: plain(cause, depth - 1) }),
	};
}
