import type { TestContent } from "@/server/contexts/hiring/contracts/tests";

export type Question = TestContent["sections"][number]["questions"][number];

/** The same in both languages of the house. */
export const say = (en: string, ru: string) => ({ en, ru });

/** Choices by name; the first names are no hint, for candidates get other names and another order. */
export const choices = (...texts: [key: string, en: string, ru: string][]) =>
	texts.map(([key, en, ru]) => ({ key, text: say(en, ru) }));

/** How much a question says about which trait. */
export const about = (weights: Record<string, number>) =>
	Object.entries(weights).map(([trait, weight]) => ({ trait, weight }));
