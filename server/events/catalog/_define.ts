import { type EventType, eventType, staticSchema } from "inngest";
import type { z } from "zod";

/** The roles that see a projection of an event; managers see all of it. */
export type ProjectedRole = "client" | "worker" | "warehouse";

type Shape = z.ZodObject;
type Field<Schema extends Shape> = keyof z.output<Schema> & string;

type Description<Schema extends Shape> = {
	version: number;
	/** One line: what happened. */
	meaning: string;
	/** `domain`: somebody reacts. `replication`: the full state of one entity, newest version wins. */
	kind?: "domain" | "replication";
	schema: Schema;
	/** Fields that name what the event is about: `orderId` makes the subject `order:<id>`. Timelines and audiences use them. */
	subjects: readonly (Field<Schema> & `${string}Id`)[];
	/** Fields that erasing a person blanks. */
	personal?: readonly Field<Schema>[];
	/** Fields that a role may see in its timeline; a role not named here does not see the event at all. */
	visibleTo?: Partial<Record<ProjectedRole, readonly Field<Schema>[]>>;
};

/** Who did it, what it is about, what it follows from, and when by business time. Travels with every event's data. */
export type Envelope = {
	actor: { kind: "person" | "system" | "visitor"; id: string | null; name: string | null };
	subjects: string[];
	cause: string | null;
	at: string;
	/** The id under which the same fact was told before. */
	replayOf?: string;
};

export type EventDefinition<Name extends string = string, Schema extends Shape = Shape> = Required<
	Description<Schema>
> & {
	name: Name;
	owner: string;
	/** The SDK's own type: a function's trigger, from which its payload's type comes. */
	type: EventType<Name, ReturnType<typeof staticSchema<z.output<Schema> & { envelope: Envelope }>>>;
};

/** Declares an event of the published language: `context/entity.happened`. */
export function defineEvent<const Name extends `${string}/${string}.${string}`, Schema extends Shape>(
	name: Name,
	description: Description<Schema>,
): EventDefinition<Name, Schema> {
	return {
		kind: "domain",
		personal: [],
		visibleTo: {},
		...description,
		name,
		owner: name.slice(0, name.indexOf("/")),
		type: eventType(name, {
			schema: staticSchema<z.output<Schema> & { envelope: Envelope }>(),
			version: String(description.version),
		}),
	};
}

export type EventData<Definition> = Definition extends EventDefinition<string, infer Schema> ? z.output<Schema> : never;
