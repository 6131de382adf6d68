export function indexOfSteps(folder?: string): string;
export function indexSteps(folder?: string): boolean;
