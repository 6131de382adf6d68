export const mayAsk: Record<string, readonly string[]>;
