import { lotShare } from "@/server/kernel/lot";

export type Share = { arm: string; percent: number };

/**
 * Which arm of an experiment an applicant is in, if any: by a lot of this experiment and this applicant, so always the same,
 * and independent of every other experiment. Shares are of all applicants; what is left of 100 % is in no arm.
 */
export function armOf(experiment: string, application: string, shares: readonly Share[]): string | null {
	const drawn = lotShare(experiment, application) * 100;
	let upTo = 0;
	for (const { arm, percent } of shares) {
		upTo += percent;
		if (drawn < upTo) return arm;
	}
	return null;
}
