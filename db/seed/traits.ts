import type { traits } from "@/db/schema/hiring";

/** What screening begins with. Levels of each are found by tests; which of them a chore needs is matching's. */
export const firstTraits: (typeof traits.$inferInsert)[] = [
	{ key: "scratching", name: { en: "Scratching", ru: "Царапание" } },
	{ key: "jar-tossing", name: { en: "Jar tossing", ru: "Сбрасывание банок" } },
	{ key: "climbing", name: { en: "Climbing", ru: "Лазание" } },
	{ key: "hunting", name: { en: "Hunting", ru: "Охота" } },
	{ key: "stealth", name: { en: "Stealth", ru: "Незаметность" } },
	{ key: "speed", name: { en: "Speed", ru: "Скорость" } },
	{ key: "patience", name: { en: "Patience", ru: "Терпение" } },
	{ key: "napping", name: { en: "Napping", ru: "Сон на чужом месте" } },
	{ key: "purring", name: { en: "Purring", ru: "Мурчание" } },
	{ key: "singing", name: { en: "Singing at night", ru: "Ночное пение" } },
	{ key: "box-sitting", name: { en: "Sitting in boxes", ru: "Сидение в коробках" } },
	{ key: "tidiness", name: { en: "Tidiness", ru: "Аккуратность" } },
];
