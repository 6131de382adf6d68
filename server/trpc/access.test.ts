import { TRPCError } from "@trpc/server";
import { describe, expect, it } from "vitest";
import { aPerson } from "@/server/contexts/identity/testing";
import { type Role, roles } from "@/server/kernel/actor";
import { access } from "./access";
import { call, procedures } from "./testing";

/** How a call ended: with an answer or with an error of what kind. No input is given: whoever is let in stumbles over that. */
async function attempt(path: string, role: Role | null): Promise<string> {
	try {
		await call(path, undefined, role ? aPerson(role) : { kind: "visitor" });
		return "answered";
	} catch (error) {
		return error instanceof TRPCError ? error.code : String(error);
	}
}

const letsIn = (allowed: readonly Role[], role: Role) =>
	allowed.includes(role) || (role === "admin" && allowed.includes("manager"));

describe("who may call what", () => {
	it("is decided for every procedure, and for none that does not exist", () => {
		expect(Object.keys(access).sort()).toEqual(procedures.map(({ path }) => path).sort());
	});

	describe.each(procedures)("$path", ({ path }) => {
		const allowed = access[path] ?? [];

		it("asks a visitor to sign in, unless it is for everybody", async () => {
			const outcome = await attempt(path, null);
			if (allowed === "anyone") expect(outcome).not.toBe("UNAUTHORIZED");
			else expect(outcome).toBe("UNAUTHORIZED");
		});

		it.each(roles)("is decided for a %s", async (role) => {
			const outcome = await attempt(path, role);
			const open = allowed === "anyone" || allowed === "signed-in" || letsIn(allowed, role);
			if (open) expect(outcome).not.toMatch(/^(UNAUTHORIZED|FORBIDDEN|INTERNAL_SERVER_ERROR)$/);
			else expect(outcome).toBe("FORBIDDEN");
		});
	});
});
