import { saveRule } from "@/server/contexts/hiring/commands/save-rule";
import { standardRule } from "@/server/contexts/hiring/domain/screening-rule";
import { anApplication, aPublishedTest, aTestContent, FIRST_VACANCY } from "@/server/contexts/hiring/testing";
import { newId } from "@/server/kernel/ids";
import { actingAs, type Ctx } from "@/server/platform/context";
import type { SignedIn } from "./testing";

/** How a creating procedure is called so that it does something, and what another input under the same key would say. */
export type Call = { who: SignedIn; input: Record<string, unknown>; other: Record<string, unknown> };
export type Calls = Record<string, () => Promise<Call>>;

const inBoth = (text: string) => ({ en: text, ru: text });

/** Those of hiring. */
export const callsOfHiring = (ctx: Ctx, manager: () => SignedIn): Calls => ({
	"hiring.addWorker": async () => ({
		who: manager(),
		input: {
			...{ name: "Siama", email: `${newId()}@cats.example`, phone: "+79990001122", locale: "en", age: 3 },
			...{ breed: "mixed", coat: "grey", photoId: null, strengths: [], weaknesses: [] },
		},
		other: { name: "Rysya" },
	}),
	"hiring.defineVacancy": async () => ({
		who: manager(),
		input: { name: inBoth("Cat of the night") },
		other: { name: inBoth("Cat of the day") },
	}),
	"hiring.logContact": async () => {
		const applicationId = await anApplication(ctx);
		return {
			who: manager(),
			input: { applicationId, channel: "phone", reached: true, words: "Purrs" },
			other: { reached: false },
		};
	},
	"hiring.setReminder": async () => {
		const applicationId = await anApplication(ctx);
		const input = { applicationId, dueAt: new Date("2026-11-27T09:00:00Z"), words: "Call again" };
		return { who: manager(), input, other: { words: "Write again" } };
	},
	"hiring.saveTest": async () => ({
		who: manager(),
		input: { testId: null, revision: 0, content: aTestContent() },
		other: { content: aTestContent({ minutes: 31 }) },
	}),
	"hiring.defineTestSet": async () => ({
		who: manager(),
		input: {
			...{ setId: null, revision: 0, vacancyId: FIRST_VACANCY, name: inBoth("Doors"), usual: false, active: true },
			testIds: [await aPublishedTest(ctx)],
		},
		other: { active: false },
	}),
	"hiring.saveRule": async () => ({
		who: manager(),
		input: {
			vacancyId: FIRST_VACANCY,
			basedOn: 0,
			name: "The best of twenty",
			rule: { ...standardRule, acceptTop: 5 },
		},
		other: { name: "One in twenty" },
	}),
	"hiring.beginExperiment": async () => {
		const { version } = await saveRule(actingAs(ctx, manager().person), {
			...{ idempotencyKey: newId(), vacancyId: FIRST_VACANCY, basedOn: 0, name: "The best of ten" },
			rule: { ...standardRule, acceptTop: 10 },
		});
		const arm = (name: string, ruleVersion: number) => ({ name, percent: 50, ruleVersion, testSetId: null });
		const input = {
			...{
				vacancyId: FIRST_VACANCY,
				name: "Patience",
				question: "Are the patient better?",
				outcome: "accepted",
				worth: 5,
			},
			arms: [arm("as it was", 0), arm("anew", version)],
		};
		return { who: manager(), input, other: { worth: 6 } };
	},
});

/** Those of matching. */
export const callsOfMatching = (manager: () => SignedIn): Calls => ({
	"matching.savePipeline": async () => {
		const steps = [
			{ step: "fair-share", version: 1, params: { days: 7 }, weight: 1 },
			{ step: "combine", version: 1, params: {}, weight: null },
			{ step: "break-ties", version: 1, params: {}, weight: null },
		];
		return {
			who: manager(),
			input: { version: null, revision: 0, note: "Only fair", steps },
			other: { note: "Fair only" },
		};
	},
});
