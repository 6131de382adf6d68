import type { BenchResult } from "./engine";
import { inOwnProcess } from "./own-process";

/** The weekly run at 100,000 clients and a million charges, in a process and on a PostgreSQL of their own. It takes some minutes. */
export const benchWeeklyRun = (): Promise<BenchResult[]> => inOwnProcess("weekly-run-process.ts");
