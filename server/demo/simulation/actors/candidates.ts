import { assignTests } from "@/server/contexts/hiring/commands/assign-tests";
import { logContact } from "@/server/contexts/hiring/commands/log-contact";
import { rejectCandidate } from "@/server/contexts/hiring/commands/reject-candidate";
import { setReminder } from "@/server/contexts/hiring/commands/set-reminder";
import { submitApplication } from "@/server/contexts/hiring/commands/submit-application";
import { withdrawApplication } from "@/server/contexts/hiring/commands/withdraw-application";
import { breeds, coats } from "@/server/contexts/hiring/contracts";
import type { ApplyForm } from "@/server/contexts/hiring/contracts/applications";
import { getCandidate } from "@/server/contexts/hiring/queries/get-candidate";
import { getCandidateTests } from "@/server/contexts/hiring/queries/get-candidate-tests";
import { listTestSets } from "@/server/contexts/hiring/queries/list-test-sets";
import { listVacancies } from "@/server/contexts/hiring/queries/list-vacancies";
import { visitor } from "@/server/kernel/actor";
import { after, days, hours } from "@/server/kernel/clock";
import type { ApplicationId } from "@/server/kernel/ids";
import { actingAs } from "@/server/platform/context";
import { linkToken } from "@/server/platform/signed-links";
import { keyFor } from "../../actors";
import { applicants, reasons } from "../../words";
import type { Act, ActorKind, Happened, PersonCtx } from "../act";
import { withIdsNamed } from "../named-ids";
import { takeTests } from "../take-tests";
import { lotsIn, momentOf, staffOf, type World } from "../world";

const MOST_A_DAY = 2;

/** Cats who would like to work, and what managers do about them. Nobody decides for good but by turning down: acceptances are the visitor's. */
export const candidates: ActorKind = {
	onDay(world, day) {
		const lots = lotsIn(world, "applicants", day);
		return Array.from({ length: lots.between(0, MOST_A_DAY) }, (_, index) => apply(world, day, index));
	},
	on: {
		"hiring/application.submitted": (world, happened) => respond(world, happened),
		"hiring/candidate.contacted": (world, happened) => goOn(world, happened),
		"hiring/assessment.assigned": (world, happened) => take(world, happened),
		"hiring/assessment.submitted": (world, happened) => decide(world, happened),
	},
};

/** Nobody of the company is the candidate: the act is a manager's, so that it is known who does it, and the hand is a visitor's. */
const deed = (world: World, name: string, at: Date, perform: (ctx: PersonCtx) => Promise<unknown>): Act => ({
	...{ at, name, who: staffOf(world, "manager", lotsIn(world, "manager of", name)).email, decides: true },
	perform: (ctx) => withIdsNamed(`${world.seed} ${name}`, () => perform(ctx)),
});

function apply(world: World, day: number, index: number): Act {
	const name = `apply ${day} ${index}`;
	const lots = lotsIn(world, name);
	const at = after(momentOf(world, day, "09:00"), hours(lots.next() * 11));
	return deed(world, name, at, async (ctx) => {
		const [vacancy] = (await listVacancies(ctx)).filter(({ open }) => open);
		if (!vacancy) return;
		const locale = lots.chance(0.5) ? "en" : "ru";
		const form: ApplyForm = {
			...{ vacancyId: vacancy.vacancyId, locale, consent: true, languages: [locale] },
			...{ name: lots.pick(applicants.names[locale]), words: lots.pick(applicants.words[locale]) },
			email: `${name.replaceAll(" ", "-")}@candidates.example`,
			phone: `+7997${String(1_000_000 + Math.abs(day) * 10 + index)}`,
			...{ age: lots.between(1, 12), breed: lots.pick(breeds), coat: lots.pick(coats) },
		};
		const submission = { form, photo: null, network: null };
		await submitApplication(actingAs(ctx, visitor), { ...submission, proof: keyFor(`${world.seed} ${name}`) });
	});
}

const about = ({ data }: Happened) => data.applicationId as ApplicationId;
const key = (world: World, what: string, { data }: Happened) => lotsIn(world, what, String(data.email));

const contact = (applicationId: ApplicationId, reached: boolean, words: string, name: string) => (ctx: PersonCtx) =>
	logContact(ctx, { idempotencyKey: keyFor(name), applicationId, channel: "phone", reached, words });

function respond(world: World, happened: Happened): Act[] {
	const lots = key(world, "respond", happened);
	const applicationId = about(happened);
	const name = `contact ${happened.data.email}`;
	const at = after(happened.at, hours(3 + lots.next() * 30));
	const fate = lots.next();
	if (fate < 0.6) return [deed(world, name, at, contact(applicationId, true, lots.pick(reasons.talked), name))];
	if (fate < 0.7) {
		const dueAt = after(at, days(2));
		return [
			deed(world, name, at, async (ctx) => {
				await contact(applicationId, false, reasons.notReached, name)(ctx);
				await setReminder(ctx, {
					...{ idempotencyKey: keyFor(`remind ${name}`), applicationId, dueAt, words: reasons.callAgain },
				});
			}),
		];
	}
	return fate < 0.85 ? [turnDown(world, happened, at, "experience")] : [];
}

const turnDown = (world: World, happened: Happened, at: Date, reason: "experience" | "tests"): Act =>
	deed(world, `turn down ${happened.data.email}`, at, async (ctx) => {
		const { applicationId, version } = await getCandidate(ctx, { applicationId: about(happened) });
		await rejectCandidate(ctx, { applicationId, version, reason, words: "", against: reasons.against });
	});

function goOn(world: World, happened: Happened): Act[] {
	const lots = key(world, "go on", happened);
	const applicationId = about(happened);
	const at = after(happened.at, hours(2 + lots.next() * 40));
	const fate = lots.next();
	if (fate < 0.75) {
		return [
			deed(world, `assign tests ${happened.data.email}`, at, async (ctx) => {
				const { vacancyId, variant } = await getCandidateTests(ctx, { applicationId });
				const sets = (await listTestSets(ctx)).filter((set) => set.vacancyId === vacancyId && set.active);
				const set = sets.find((each) => (variant ? each.setId === variant.setId : each.usual));
				if (!set) return;
				const { setId, testIds } = set;
				await assignTests(ctx, { applicationId, setId, testIds, extraPercent: 0, days: 14 });
			}),
		];
	}
	if (fate > 0.88) return [];
	return [
		deed(world, `withdraw ${happened.data.email}`, at, async (ctx) => {
			const { version } = await getCandidate(ctx, { applicationId });
			await withdrawApplication(ctx, { applicationId, version, words: reasons.foundAnother });
		}),
	];
}

function take(world: World, happened: Happened): Act[] {
	const lots = key(world, "take tests", happened);
	const { assessmentId, linkVersion, email } = happened.data;
	const at = after(happened.at, hours(5 + lots.next() * 70));
	if (!lots.chance(0.75)) return [];
	const token = linkToken("assessment", String(assessmentId), Number(linkVersion));
	return [deed(world, `take tests ${email}`, at, (ctx) => takeTests(ctx, token, lots))];
}

function decide(world: World, happened: Happened): Act[] {
	const lots = key(world, "decide", happened);
	const at = after(happened.at, hours(20 + lots.next() * 60));
	return lots.chance(0.4) ? [turnDown(world, happened, at, "tests")] : [];
}
