import type { Role } from "@/server/kernel/actor";

type Access = "anyone" | "signed-in" | readonly Role[];

/**
 * Who may call each procedure, decided a second time, away from the code that enforces it: a test holds the two against each
 * other for every role and fails for a procedure that is not here. An admin may do what a manager may.
 */
export const access: Record<string, Access> = {
	"hiring.listWorkers": ["manager"],
	"hiring.getWorker": ["manager"],
	"hiring.listTraits": ["manager"],
	"hiring.addWorker": ["manager"],
	"hiring.editWorker": ["manager"],
	"hiring.setWorkerActive": ["manager"],

	"matching.officeOrder": ["manager"],
	"matching.chain": ["manager"],
	"matching.serviceTypeTraits": ["manager"],
	"matching.setServiceTypeTraits": ["manager"],
};
