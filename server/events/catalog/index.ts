import type { EventDefinition } from "./_define";
import * as billing from "./billing";
import * as billingCollections from "./billing-collections";
import * as execution from "./execution";
import * as hiring from "./hiring";
import * as hiringApplications from "./hiring-applications";
import * as hiringTests from "./hiring-tests";
import * as identity from "./identity";
import * as matching from "./matching";
import * as notifications from "./notifications";
import * as ordering from "./ordering";
import * as supplies from "./supplies";

const isDefinition = (entry: unknown): entry is EventDefinition =>
	typeof entry === "object" && entry !== null && "type" in entry && "subjects" in entry;

/** Every event of the published language, by name. */
export const catalog: ReadonlyMap<string, EventDefinition> = new Map(
	[
		identity,
		ordering,
		matching,
		supplies,
		execution,
		hiring,
		hiringApplications,
		hiringTests,
		billing,
		billingCollections,
		notifications,
	]
		.flatMap((context): unknown[] => Object.values(context))
		.filter(isDefinition)
		.map((definition) => [definition.name, definition]),
);
