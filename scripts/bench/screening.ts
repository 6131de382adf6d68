import type { BenchResult } from "./engine";
import { inOwnProcess } from "./own-process";

/** Hiring at a hundred thousand applications, in a process and on a PostgreSQL of their own. */
export const benchScreening = (): Promise<BenchResult[]> => inOwnProcess("screening-process.ts");
