import type { InngestFunction } from "inngest";
import { identityFunctions } from "@/server/contexts/identity/functions";

/** Every background function of the house. Contexts are mounted here and nowhere else. */
export const functions: InngestFunction.Any[] = [...identityFunctions];
