import type { Person, Role } from "@/server/kernel/actor";
import { type AccountId, type ClientId, newId, type WorkerId } from "@/server/kernel/ids";

/** A person with these roles as commands see one; not registered, for what does not look people up. */
export const aPerson = (...roles: Role[]): Person => ({
	kind: "person",
	accountId: newId<AccountId>(),
	name: "Murka",
	roles,
	clientId: roles.includes("client") ? newId<ClientId>() : null,
	workerId: roles.includes("worker") ? newId<WorkerId>() : null,
});
