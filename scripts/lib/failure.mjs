/** Something that the person at the terminal can understand and put right: shown without a stack. */
export class Failure extends Error {}

/** Shows why it did not work. */
export function show(error) {
	console.error(error instanceof Failure ? `\n${error.message}\n` : error);
}
