export function isAlive(pid: number): boolean;
export function birthOf(pid: number): string | undefined;
export function commandOf(pid: number): string;
export function signal(pid: number, name: NodeJS.Signals): void;
export function ended(pid: number, timeoutMs: number): Promise<boolean>;
