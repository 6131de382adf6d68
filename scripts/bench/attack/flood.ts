import { inOwnProcess } from "../own-process";

/** What an attacker has prepared: proofs as they stand in the header. */
export type Material = { unsolved: string[]; expired: string[]; used: string[]; slow: string[]; form: object };

export type Flood = {
	sent: number;
	/** Not sent, since all connections of the attacker were in use. */
	heldBack: number;
	/** Without an answer by the end of the connection. */
	unanswered: number;
	statuses: Record<string, number>;
	cpuSeconds: number;
};

export type Wanted = { url: string | null; seconds: number; perSecond: number; material: Material };

export const flood = (wanted: Wanted): Promise<Flood> =>
	inOwnProcess<Flood>("attack/flood-process.ts", [JSON.stringify(wanted)]);
