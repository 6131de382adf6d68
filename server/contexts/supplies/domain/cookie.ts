export type CookieState = "intent" | "ordered" | "arrived" | "given-up";

/** Whether the kit may still hope for its cookie. */
export const isAwaited = (state: CookieState): boolean => state === "intent" || state === "ordered";
