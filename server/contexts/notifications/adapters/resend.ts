import { Resend } from "resend";
import { env } from "@/server/platform/env";

export type OutgoingMail = {
	/** The message's own id: the service sends one mail for it, however often it is asked. */
	id: string;
	to: string;
	subject: string;
	html: string;
	text: string;
};

/** `refused`: the service will not take it, whenever it is asked. `unreachable`: nobody knows, ask again. */
export type MailAnswer =
	| { outcome: "accepted"; providerId: string }
	| { outcome: "refused" | "unreachable"; detail: string };

/** Whoever carries mails to people. */
export type MailService = { send: (mail: OutgoingMail) => Promise<MailAnswer> };

type Settings = { key: string; from: string; baseUrl?: string };

const PATIENCE_MS = 15_000;
/** Answers that pass: too many requests, the same key under way at this moment. */
const PASSING = [408, 409, 425, 429];

/** Resend, by its own SDK. Never throws for what the service answers or does not answer. */
export function createResend({ key, from, baseUrl }: Settings): MailService {
	const resend = new Resend(key, { baseUrl });
	return {
		async send({ id, ...mail }) {
			const { data, error } = await resend.emails.send(
				{ from, ...mail },
				{ idempotencyKey: id, signal: AbortSignal.timeout(PATIENCE_MS) },
			);
			if (data) return { outcome: "accepted", providerId: data.id };
			const { statusCode, name, message } = error;
			const detail = `${statusCode ?? "no answer"} ${name}: ${message}`;
			return { outcome: isFinal(statusCode) ? "refused" : "unreachable", detail };
		},
	};
}

const isFinal = (status: number | null) => status !== null && status < 500 && !PASSING.includes(status);

/** The installation's mail service, or null where none is set up and mails stay in the mailbox. */
export function mailService(): MailService | null {
	const { RESEND_API_KEY: key, MAIL_FROM: from } = env();
	return key && from ? createResend({ key, from }) : null;
}
