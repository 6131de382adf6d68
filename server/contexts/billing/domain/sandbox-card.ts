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
] as const;

/** What such a card comes to in the end. */
export const comesTo = (card: string): "succeeded" | "refused" =>
	card === "refuses" || card === "bounces" ? "refused" : "succeeded";
