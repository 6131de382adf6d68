import { z } from "zod";
import { defineRefusals } from "@/server/kernel/errors";
import { orderId, serviceTypeId, workerId } from "@/server/kernel/ids";
import { idempotencyKey, line } from "@/server/kernel/text";
import { chainData } from "./domain/chain";

export const matchingRefusals = defineRefusals("matching", {
	/** The chain can't run as it is: the editor shows why, place by place. */
	chain_cannot_run: "PRECONDITION_FAILED",
	/** What has ever run is not written over. */
	not_a_draft: "CONFLICT",
	active_already: "CONFLICT",
	/** Nothing has been in force before. */
	nothing_to_roll_back_to: "PRECONDITION_FAILED",
	/** As many versions run beside the active one as may. */
	too_many_shadows: "PRECONDITION_FAILED",
	/** Only a version that runs beside may take a share. */
	not_in_shadow: "PRECONDITION_FAILED",
	/** All experiments together take half of the orders at most. */
	share_too_large: "PRECONDITION_FAILED",
	/** The order has ended, or its time has come. */
	nothing_to_pin: "CONFLICT",
	has_it_already: "CONFLICT",
	/** Somebody is to take it over already; execution has not decided yet. */
	replacement_under_way: "CONFLICT",
	not_in_pool: "PRECONDITION_FAILED",
	/** It was matched before it was kept what was known, or the worker was not known then. */
	not_weighed: "PRECONDITION_FAILED",
	/** Another job is in the worker's calendar then. */
	worker_taken: "CONFLICT",
});

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

const version = z.int().positive().max(1_000_000);
const note = line(200).or(z.literal(""));
const reason = line(500);

export const pipelineInput = z.object({ version });

export const comparePipelinesInput = z.object({ from: version, to: version });

/** A chain as it stands in the editor. Nothing is kept of it. */
export const assembleInput = z.object({ steps: chainData });

export const savePipelineInput = z.object({
	idempotencyKey,
	/** The draft that is written over; null makes a new one. What has ever run is never written over. */
	version: version.nullable(),
	/** The revision of that draft which was on the screen; 0 for a new one. */
	revision: z.int().min(0).max(1_000_000),
	/** What it is for, in a few words. */
	note,
	steps: chainData,
});

/** `active` is the version that was in force on the screen. */
export const activatePipelineInput = z.object({ version, active: version, reason });
export const rollBackInput = z.object({ active: version, reason });

export const shadowPipelineInput = z.object({ version, on: z.boolean() });

/** Which share of orders a version takes as an experiment, in whole percents; 0 ends it. */
export const sharePipelineInput = z.object({ version, percent: z.int().min(0).max(50), reason });

/** Tries a version, or a chain that is nowhere kept, on an order: as things are now, or as they were known at its latest match. */
export const tryChainInput = z.object({
	orderId,
	chain: z.union([z.object({ version }), z.object({ steps: chainData })]),
	moment: z.enum(["now", "then"]).default("now"),
});

/** Replays a version over the orders that were matched in a time, the latest thousand of them. */
export const replayInput = z.object({ version, from: z.date(), to: z.date() });

/** Workers by a part of their name. */
export const findWorkersInput = z.object({ search: line(60) });

/** What a match made of one worker, kept or not. */
export const weighWorkerInput = z.object({ orderId, match: z.int().positive().max(1_000_000), workerId });

/** A manager gives an order to a worker of choice, also one that another has. */
export const pinWorkerInput = z.object({ orderId, workerId, reason });

/** Orders to try a chain on; a search is the beginning of a number. */
export const triableOrdersInput = z.object({
	search: z
		.string()
		.regex(/^\d{0,9}$/)
		.default(""),
});
