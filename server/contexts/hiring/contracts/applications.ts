import { z } from "zod";
import { defineRefusals } from "@/server/kernel/errors";
import { accountId, applicationId, vacancyId } from "@/server/kernel/ids";
import { defineList } from "@/server/kernel/list";
import { idempotencyKey, line, moment, phone, prose, requiredProse } from "@/server/kernel/text";
import { breeds, coats, eachTraitOnce, traitLevel, traitTwice } from "../contracts";
import { applicationStates, rejectionReasons } from "../domain/application";

export { type ApplicationState, applicationStates, canGo, rejectionReasons } from "../domain/application";

export const applicationRefusals = defineRefusals("applications", {
	no_such_vacancy: "PRECONDITION_FAILED",
	proof_missing: "FORBIDDEN",
	proof_wrong: "FORBIDDEN",
	proof_expired: "FORBIDDEN",
	too_many: "TOO_MANY_REQUESTS",
	too_large: "PAYLOAD_TOO_LARGE",
	too_slow: "BAD_REQUEST",
	malformed: "BAD_REQUEST",
	wait_in_line: "SERVICE_UNAVAILABLE",
	wrong_state: "CONFLICT",
	reason_needed: "PRECONDITION_FAILED",
	erased: "PRECONDITION_FAILED",
	link_unknown: "NOT_FOUND",
});

export const languages = ["en", "ru", "es", "de", "fr", "zh", "hi", "ar"] as const;

/** What a cat fills in. Nothing else is asked: what matters the tests show. */
export const applyForm = z.object({
	vacancyId,
	name: line(80),
	email: z.email().max(254).toLowerCase(),
	phone,
	age: z.int().min(1).max(40),
	breed: z.enum(breeds),
	coat: z.enum(coats),
	languages: z.array(z.enum(languages)).min(1).max(languages.length),
	words: prose(1000),
	consent: z.literal(true),
	locale: z.enum(["en", "ru"]),
});
export type ApplyForm = z.output<typeof applyForm>;

const version = z.int().positive().max(1_000_000);
const one = { applicationId, version };

export const applicationInput = z.object({ applicationId });

export const contactChannels = ["phone", "e-mail", "message", "in-person"] as const;

/** Takes down that somebody spoke, or tried to speak, with a candidate. */
export const logContactInput = z.object({
	idempotencyKey,
	applicationId,
	channel: z.enum(contactChannels),
	reached: z.boolean(),
	words: requiredProse(2000),
});

export const remindInput = z.object({
	idempotencyKey,
	applicationId,
	dueAt: moment,
	words: line(200),
	/** Whom: oneself, unless said otherwise. */
	accountId: accountId.optional(),
});

export const settleReminderInput = z.object({ reminderId: z.uuid() });

const rejection = { reason: z.enum(rejectionReasons), words: prose(1000) };

/** `against` says why, where it goes against what screening proposes. */
export const rejectCandidateInput = z.object({ ...one, ...rejection, against: prose(1000).default("") });

/** The characteristics that were found, as the manager confirms them. */
export const acceptCandidateInput = z
	.object({
		...one,
		strengths: z.array(traitLevel).max(40),
		weaknesses: z.array(traitLevel).max(40),
		trial: z.boolean().default(false),
		against: prose(1000).default(""),
	})
	.refine(eachTraitOnce, traitTwice);

export const withdrawApplicationInput = z.object({ ...one, words: prose(1000) });
export const reopenApplicationInput = z.object({ ...one, words: requiredProse(1000) });

export const eraseApplicationInput = z.object({ ...one, words: requiredProse(1000) });

/** What stands in the link of a candidate's mails. */
export const linkInput = z.object({ token: z.string().max(100) });

/** The same for many at once: each is decided by itself. */
export const moveApplicationsInput = z.object({
	applicationIds: z.array(applicationId).min(1).max(100),
	to: z.enum(["contacted", "rejected", "withdrawn"]),
	reason: z.enum(rejectionReasons).default("other"),
	words: prose(1000),
});

const vacancyName = z.object({ en: line(80), ru: line(80) });
/** Open unless said otherwise; one that is not can be prepared: its tests, its rule. */
export const defineVacancyInput = z.object({ idempotencyKey, name: vacancyName, open: z.boolean().optional() });
/** `version` is the one that was on the screen. */
export const editVacancyInput = z.object({ vacancyId, version, name: vacancyName });
export const setVacancyOpenInput = z.object({ vacancyId, open: z.boolean() });

export const boardInput = z.object({ vacancyId: vacancyId.optional() });

/** The office's table of vacancies. */
export const vacanciesList = defineList({
	name: "vacancies",
	filters: {
		open: z.enum(["yes", "no"]),
		/** A part of the name in either language. */
		search: prose(100),
	},
	sorts: { created: ["instant", "id"] },
	sort: "created",
	order: "desc",
});

/** What is typed into the command palette. */
export const searchCandidatesInput = z.object({ search: line(100), limit: z.int().min(1).max(20).default(6) });

/** The office's table of candidates. */
export const candidatesList = defineList({
	name: "candidates",
	filters: {
		state: z.enum([...applicationStates, "open"]),
		vacancy: z.uuid(),
		/** A part of the name, the e-mail or the phone number. */
		search: prose(100),
	},
	sorts: { submitted: ["instant", "id"], since: ["instant", "id"] },
	sort: "submitted",
	order: "desc",
	onlySortedAsUsual: ["search", "vacancy"],
});
