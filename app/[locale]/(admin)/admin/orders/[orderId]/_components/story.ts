import type { inferOutput } from "@trpc/tanstack-react-query";
import type { Tone } from "@/app/_ui/badge";
import type { useTRPC } from "@/app/_ui/query/trpc";

type Api = ReturnType<typeof useTRPC>;
export type StoryEvent = inferOutput<Api["timeline"]["order"]>[number];
type Mail = inferOutput<Api["notifications"]["officeOrder"]>["messages"][number];

/** Who tells a part of the story, in the order in which an order meets them. */
export const tellers = ["ordering", "matching", "supplies", "execution", "billing", "notifications"] as const;
export type Teller = (typeof tellers)[number] | "other";

type Common = { key: string; at: Date; teller: Teller; tone: Tone };
export type Chapter = Common & ({ kind: "event"; event: StoryEvent } | { kind: "mail"; mail: Mail });

const tones: Record<string, Tone> = {
	"matching/match.waiting": "warn",
	"ordering/order.unassigned": "warn",
	"ordering/order.cancellation-requested": "warn",
	"supplies/kit.issue-undone": "warn",
	"supplies/cookie.given-up": "warn",
	"execution/job.released": "warn",
	"execution/job.overdue": "bad",
	"execution/job.failed": "bad",
	"execution/job.corrected": "warn",
	"execution/cancellation.refused": "warn",
	"execution/replacement.refused": "warn",
	"ordering/order.assigned": "info",
	"execution/job.started": "info",
	"execution/job.completed": "good",
	"supplies/kit.issued": "info",
};

const tellerOf = (name: string): Teller => tellers.find((teller) => name.startsWith(`${teller}/`)) ?? "other";

/** Everything that happened to an order and every mail about it, oldest first; a mail comes after the fact it tells of. */
export function storyOf(events: readonly StoryEvent[], mails: readonly Mail[]): Chapter[] {
	const told = events.map((event): Chapter => {
		const { id, at, name } = event;
		return { kind: "event", key: id, at, teller: tellerOf(name), tone: tones[name] ?? "neutral", event };
	});
	const sent = mails.map((mail): Chapter => {
		const { id, createdAt, status } = mail;
		const tone = status === "failed" ? "bad" : "neutral";
		return { kind: "mail", key: id, at: createdAt, teller: "notifications", tone, mail };
	});
	return [...told, ...sent].sort((one, other) => one.at.getTime() - other.at.getTime());
}

/** What a person said about it, where somebody did. Codes are for machines. */
export function wordsOf({ words, reason }: Record<string, unknown>): string | null {
	const isSaid = (text: unknown): text is string =>
		typeof text === "string" && text !== "" && !/^[a-z]+(-[a-z]+)*$/.test(text);
	return [words, reason].find(isSaid) ?? null;
}
