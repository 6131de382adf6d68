import type { BenchResult } from "./engine";
import { inOwnProcess } from "./own-process";

/** The office's lists at a million orders, in a process and on a PostgreSQL of their own. It takes some minutes to fill. */
export const benchLists = (): Promise<BenchResult[]> => inOwnProcess("lists-process.ts");
