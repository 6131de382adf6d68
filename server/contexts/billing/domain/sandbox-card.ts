/**
 * The cards that the sandbox's card service knows. Each does one thing that a real service does at times, so that all of it can
 * be seen and tested on one machine.
 */
export const SANDBOX_CARDS = [
	/** Pays. */
	"pays",
	/** Is refused. */
	"refuses",
	/** Pays, and the answer takes seconds. */
	"slow",
	/** Pays, and that is told again, twice, by messages. */
	"twice",
	/** Pays, but that is told only later, by a message. */
	"late",
	/** Is refused, but that is told only later, by a message. */
	"bounces",
	/** Pays, and nothing is ever told of it: one has to ask. */
	"silent",
	/** The first time the charge is lost on its way, and nothing is told; after that it pays. */
	"lost",
	/** Pays, and takes nothing back: a refund to it is refused. */
	"keeps",
	/** Pays. A refund to it is said to be done, and comes back later. */
	"returns",
] as const;

/** What such a card comes to in the end. */
export const comesTo = (card: string): "succeeded" | "refused" =>
	card === "refuses" || card === "bounces" ? "refused" : "succeeded";

/** What a refund to such a card comes to in the end. */
export const refundComesTo = (card: string): "succeeded" | "refused" =>
	card === "keeps" || card === "returns" ? "refused" : "succeeded";

/** How late the late cards answer, in minutes of business time, so that the time machine moves it. */
export const LATE_MINUTES = 45;
