import { z } from "zod";

const daysLater = z.int().min(1).max(60);

/** How invoices are collected (spec/3-money, "The client's week"). */
export const collectionsPolicy = z.object({
	/** A refused card is tried again so many days after its first refusal; the days rise. After the last the invoice is overdue. */
	retryAfterDays: z
		.array(daysLater)
		.max(10)
		.refine((days) => days.every((day, index) => day > (days[index - 1] ?? 0))),
	/** An invoice that is paid by bank transfer is overdue so many days after its issue. */
	transferDueDays: daysLater,
	/** The account to which clients transfer, in words as they stand on the invoice's page. */
	transferTo: z.string().min(1).max(200),
});

export const collectionsDefaults: z.input<typeof collectionsPolicy> = {
	retryAfterDays: [1, 3, 5],
	transferDueDays: 7,
	transferTo: "Make Cats Free, Cat Bank, 4000 0000 0000 0001",
};
