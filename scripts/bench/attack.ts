import type { BenchResult } from "./engine";
import { inOwnProcess } from "./own-process";

/** "Under attack" of spec/5-quality: the public form flooded, on one instance and on one of its own. It takes some minutes. */
export const benchAttack = (): Promise<BenchResult[]> => inOwnProcess("attack-process.ts");
