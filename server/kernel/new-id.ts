import { v7 } from "uuid";

/** Before it lies every identifier that was made before a moment. */
export const firstIdAt = (moment: Date): string => v7({ msecs: moment.getTime(), seq: 0, random: new Uint8Array(16) });

let source: () => string | undefined = () => undefined;

/** A new identifier of the kind the caller's type asks for. */
export const newId = <Id extends string>(): Id => (source() ?? v7()) as Id;

/** Lets a simulation name what it makes, so that the same one gives the same identifiers. Where it names nothing, all is as ever. */
export const takeIdsFrom = (names: () => string | undefined): void => {
	source = names;
};
