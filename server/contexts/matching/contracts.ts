import { z } from "zod";
import { orderId, serviceTypeId } from "@/server/kernel/ids";

export const officeOrderInput = z.object({ orderId });

export const serviceTypeTraitsInput = z.object({ serviceTypeId });

/** A trait that a type of service needs. It counts by its weight, from 1 to 5, against the other traits of the type. */
export const wantedTrait = z.object({
	trait: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
	weight: z.int().min(1).max(5),
});
export type WantedTrait = z.infer<typeof wantedTrait>;

export const setServiceTypeTraitsInput = z.object({
	serviceTypeId,
	/** The version that was on the screen; 0 when nothing had been set. */
	version: z.int().min(0).max(1_000_000),
	traits: z
		.array(wantedTrait)
		.max(20)
		.refine((traits) => new Set(traits.map(({ trait }) => trait)).size === traits.length, "trait_twice"),
});
