import { z } from "zod";
import { vacancyId } from "@/server/kernel/ids";

/** For how long back the figures of hiring can be told, in days. */
export const figurePeriods = [7, 30, 90, 365] as const;

/** Who applied so many days ago or later, and for what. */
export const figuresInput = z.object({
	days: z.union(figurePeriods.map((days) => z.literal(days))).default(30),
	vacancyId: vacancyId.optional(),
});

/** How far one can come, in this order. Who has skipped a step counts as having come past it. */
export const funnelSteps = ["applied", "contacted", "testing", "tested", "accepted"] as const;
export type FunnelStep = (typeof funnelSteps)[number];

/** What the public form has answered, as the gauge tells it apart. */
export const formOutcomes = [
	...["taken", "waiting", "proof_missing", "proof_wrong", "proof_expired", "too_many", "bad_body", "failed"],
] as const;
