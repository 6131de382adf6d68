import type { InngestFunction } from "inngest";

/** Every background function of the house. Contexts are mounted here and nowhere else. */
export const functions: InngestFunction.Any[] = [];
