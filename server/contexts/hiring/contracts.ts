import { z } from "zod";
import { defineRefusals } from "@/server/kernel/errors";
import { fileId, workerId } from "@/server/kernel/ids";
import { defineList } from "@/server/kernel/list";
import { idempotencyKey, line, phone, prose } from "@/server/kernel/text";

export const hiringRefusals = defineRefusals("hiring", {
	email_taken: "CONFLICT",
	unknown_trait: "BAD_REQUEST",
	rule_unchanged: "BAD_REQUEST",
	rule_in_force: "CONFLICT",
	experiment_running: "CONFLICT",
	experiment_over: "CONFLICT",
	/** Where the usual set is one of those compared, two variants may turn out to be the same. */
	variants_alike: "BAD_REQUEST",
	/** What an experiment compares stays as it is while it runs. */
	set_on_trial: "CONFLICT",
	set_retired: "CONFLICT",
});

export const breeds = [
	"mixed",
	"bengal",
	"british",
	"maine-coon",
	"persian",
	"russian-blue",
	"scottish-fold",
	"siamese",
	"siberian",
	"sphynx",
] as const;

export const coats = ["ginger", "black", "white", "grey", "cream", "brown", "chocolate", "lilac"] as const;

/** How strong or weak in one trait: from 1, noticeable, to 5, outstanding. */
export const traitLevel = z.object({
	trait: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
	level: z.int().min(1).max(5),
});
export type TraitLevel = z.infer<typeof traitLevel>;

const email = z.email().max(254).toLowerCase();

const details = {
	name: line(80),
	phone,
	locale: z.enum(["en", "ru"]),
	age: z.int().min(1).max(40),
	breed: z.enum(breeds),
	coat: z.enum(coats),
	strengths: z.array(traitLevel).max(40),
	weaknesses: z.array(traitLevel).max(40),
};

type Levels = { strengths: TraitLevel[]; weaknesses: TraitLevel[] };

/** Each trait once: nobody is strong and weak in the same thing. */
export const eachTraitOnce = ({ strengths, weaknesses }: Levels): boolean => {
	const named = [...strengths, ...weaknesses].map(({ trait }) => trait);
	return new Set(named).size === named.length;
};
export const traitTwice = { path: ["weaknesses"], message: "trait_twice" };

/** What is typed into the form; a photo travels apart. */
export const workerForm = z.object({ email, ...details }).refine(eachTraitOnce, traitTwice);

/** The e-mail is what the worker signs in with: it is given once, here; a later change is identity's. */
export const addWorkerInput = z
	.object({ idempotencyKey, email, ...details, photoId: fileId.nullable() })
	.refine(eachTraitOnce, traitTwice);

/** `version` is the one that was on the screen. */
export const editWorkerInput = z
	.object({ workerId, version: z.int().positive().max(1_000_000), ...details, photoId: fileId.nullable() })
	.refine(eachTraitOnce, traitTwice);

export const setWorkerActiveInput = z.object({ workerId, active: z.boolean() });

export const getWorkerInput = z.object({ workerId });

/** The office's table of workers. */
export const workersList = defineList({
	name: "workers",
	filters: {
		active: z.enum(["yes", "no"]),
		/** A part of the name or of the e-mail. */
		search: prose(100),
	},
	sorts: { name: ["text", "id"], added: ["instant", "id"] },
	sort: "name",
	order: "asc",
});
