import { z } from "zod";

const days = z
	.int()
	.min(1)
	.max(10 * 365);

/** How long the house keeps what cats have told of themselves who do not work for it. */
export const applicationsPolicy = z.object({
	/** After a rejection or a withdrawal. */
	keepClosedDays: days,
	/** Since the last step of one that nobody decides. */
	keepOpenDays: days,
});

export const applicationsDefaults: z.input<typeof applicationsPolicy> = { keepClosedDays: 183, keepOpenDays: 365 };
