import { z } from "zod";
import { accountId, applicationId, vacancyId, workerId } from "@/server/kernel/ids";
import { defineEvent } from "./_define";
import { instantText } from "./_parts";

/** Whom mails about an application go to, and in which language. */
const candidate = {
	applicationId,
	vacancyId,
	name: z.string(),
	email: z.string(),
	locale: z.enum(["en", "ru"]),
	at: instantText,
};
const personal = ["name", "email"] as const;

export const applicationSubmitted = defineEvent("hiring/application.submitted", {
	version: 1,
	meaning: "A cat has applied on the public site.",
	schema: z.object(candidate),
	subjects: ["applicationId", "vacancyId"],
	personal,
});

export const candidateContacted = defineEvent("hiring/candidate.contacted", {
	version: 1,
	meaning: "A manager has spoken with the candidate for the first time.",
	schema: z.object(candidate),
	subjects: ["applicationId", "vacancyId"],
	personal,
});

export const candidateAccepted = defineEvent("hiring/candidate.accepted", {
	version: 1,
	meaning: "The candidate is now one of the workers.",
	schema: z.object({ ...candidate, workerId, trial: z.boolean() }),
	subjects: ["applicationId", "vacancyId", "workerId"],
	personal,
});

export const candidateRejected = defineEvent("hiring/candidate.rejected", {
	version: 1,
	meaning: "The candidate was turned down.",
	/** `told`: whether the candidate is to be written to. */
	schema: z.object({ ...candidate, reason: z.string(), told: z.boolean() }),
	subjects: ["applicationId", "vacancyId"],
	personal,
});

export const applicationWithdrawn = defineEvent("hiring/application.withdrawn", {
	version: 1,
	meaning: "The candidate does not want the work any more.",
	schema: z.object(candidate),
	subjects: ["applicationId", "vacancyId"],
	personal,
});

export const candidateErased = defineEvent("hiring/candidate.erased", {
	version: 1,
	meaning: "What a candidate has told of itself is erased.",
	schema: z.object({ applicationId, vacancyId }),
	subjects: ["applicationId", "vacancyId"],
});

export const reminderDue = defineEvent("hiring/reminder.due", {
	version: 1,
	meaning: "A manager wanted to be told about a candidate now.",
	schema: z.object({ reminderId: z.uuid(), applicationId, name: z.string(), accountId, words: z.string() }),
	subjects: ["applicationId"],
	personal: ["name", "words"],
});
