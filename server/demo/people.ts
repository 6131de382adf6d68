import type { breeds, coats, TraitLevel } from "@/server/contexts/hiring/contracts";
import type { Role } from "@/server/kernel/actor";

/** Somebody of the demo company. Whoever has a `persona` is offered on the sign-in page. */
export type DemoPerson = {
	name: string;
	email: string;
	phone: string;
	locale: "en" | "ru";
	roles: [Role, ...Role[]];
	persona?: string;
};

export type DemoClient = DemoPerson & {
	/** Where the chores are done. */
	address: string;
	note?: string;
	/** In hundredths: what this client had paid before the company moved to this system. */
	paidBefore?: bigint;
	/** How invoices are paid, unless by a card that pays. Who `forgets` means to transfer, and never does. */
	pays?: "refused" | "late" | "transfer" | "forgets";
	/** Left to the visitor: does nothing by itself. */
	keepsStill?: boolean;
};

export type DemoWorker = Omit<DemoPerson, "roles"> & {
	age: number;
	breed: (typeof breeds)[number];
	coat: (typeof coats)[number];
	strengths: TraitLevel[];
	weaknesses: TraitLevel[];
	/** Where Gold Hat pays; what the sandbox makes of it, its words say. */
	account: string;
};

/** Everybody of a company, of the demo's or of one that is invented. */
export type Cast = { clients: readonly DemoClient[]; workers: readonly DemoWorker[]; staff: readonly DemoPerson[] };
