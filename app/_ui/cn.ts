import { type ClassValue, clsx } from "clsx";
import { createTailwindMerge } from "tailwind-merge";
import { classGroups, conflictingClassGroups } from "./class-groups";

const merge = createTailwindMerge(() => ({
	cacheSize: 500,
	theme: {},
	classGroups,
	conflictingClassGroups,
	conflictingClassGroupModifiers: {},
	orderSensitiveModifiers: ["before", "after", "*", "**", "first-letter", "marker", "placeholder", "selection"],
}));

/** Joins class names; of two that contradict each other the later wins. */
export const cn = (...classes: ClassValue[]): string => merge(clsx(classes));
