/** The number of a payout as people read it, gap-free within its year: `P2026-00042`. */
export const payoutNumber = (year: number, sequence: number): string => `P${year}-${String(sequence).padStart(5, "0")}`;
