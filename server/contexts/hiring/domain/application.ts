export const applicationStates = [
	"applied",
	"contacted",
	"testing",
	"tested",
	"accepted",
	"rejected",
	"withdrawn",
] as const;

export type ApplicationState = (typeof applicationStates)[number];

/** Where a candidate can go from where. A manager may take back a rejection or a withdrawal; an acceptance is a worker. */
const ways: Record<ApplicationState, readonly ApplicationState[]> = {
	applied: ["contacted", "testing", "accepted", "rejected", "withdrawn"],
	contacted: ["testing", "accepted", "rejected", "withdrawn"],
	testing: ["contacted", "tested", "accepted", "rejected", "withdrawn"],
	tested: ["testing", "accepted", "rejected", "withdrawn"],
	accepted: [],
	rejected: ["contacted"],
	withdrawn: ["contacted"],
};

export const canGo = (from: ApplicationState, to: ApplicationState): boolean => ways[from].includes(to);

/** Those with whom something is still to be done. */
export const openStates = ["applied", "contacted", "testing", "tested"] as const satisfies readonly ApplicationState[];

export const isOpen = (state: ApplicationState): boolean => openStates.some((open) => open === state);

export const rejectionReasons = [
	"tests",
	"no-answer",
	"experience",
	"availability",
	"duplicate",
	"not-genuine",
	"other",
] as const;

/** Who is turned down as a flood's junk or as the second application of one cat is not written to. */
export const isTold = (reason: string): boolean => reason !== "duplicate" && reason !== "not-genuine";
