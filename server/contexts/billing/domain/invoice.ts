/** The number of an invoice as people read it, gap-free within its year: `2026-00042`. */
export const invoiceNumber = (year: number, sequence: number): string => `${year}-${String(sequence).padStart(5, "0")}`;
