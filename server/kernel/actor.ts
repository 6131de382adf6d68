import type { AccountId, ClientId, WorkerId } from "./ids";

export const roles = ["client", "worker", "warehouse", "manager", "admin"] as const;
export type Role = (typeof roles)[number];

/** A signed-in person as every command sees them. One person may hold several roles. */
export type Person = {
	readonly kind: "person";
	readonly accountId: AccountId;
	readonly name: string;
	readonly roles: readonly Role[];
	/** Set for those who order. */
	readonly clientId: ClientId | null;
	/** Set for those who do the jobs. */
	readonly workerId: WorkerId | null;
};

/** The house itself: a background function, a script, named by its id. */
export type System = { readonly kind: "system"; readonly name: string };

export type Visitor = { readonly kind: "visitor" };

export type Actor = Person | System | Visitor;

export const visitor: Visitor = { kind: "visitor" };
export const system = (name: string): System => ({ kind: "system", name });

/** Whether the actor holds one of the roles. An admin is a manager, too. */
export function holds(actor: Actor, ...asked: Role[]): boolean {
	if (actor.kind !== "person") return false;
	return actor.roles.some((role) => asked.includes(role) || (role === "admin" && asked.includes("manager")));
}

/** How audit rows, events and logs name an actor. */
export type ActorRef = { kind: Actor["kind"]; id: string | null; name: string | null };

export const actorRef = (actor: Actor): ActorRef => {
	switch (actor.kind) {
		case "person":
			return { kind: "person", id: actor.accountId, name: actor.name };
		case "system":
			return { kind: "system", id: actor.name, name: null };
		case "visitor":
			return { kind: "visitor", id: null, name: null };
	}
};
