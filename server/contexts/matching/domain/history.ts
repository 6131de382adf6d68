import type { OrderId, ServiceTypeId, ZoneId } from "@/server/kernel/ids";
import type { DayRange, WeeklySpan } from "@/server/kernel/weekly-hours";
import {
	type Encounter,
	type Job,
	type NormalSample,
	type ReferenceId,
	type SampleId,
	type WeekOfResults,
	weekNumber,
} from "./sample";

/** What an order was about, which no later fact changes. */
export type About = {
	order: OrderId;
	reference: ReferenceId | null;
	type: ServiceTypeId | null;
	zone: ZoneId | null;
	startsAt: Date | null;
};

/** Something that became known, in the order in which it did. */
export type Fact = { moment: number; sample: SampleId } & (
	| { kind: "is"; version: number; levels: Record<string, number>; active: boolean }
	| { kind: "works"; hours: WeeklySpan[] | null; daysOff: DayRange[] }
	| { kind: "held"; match: number; about: About; from: number; to: number }
	| { kind: "released"; match: number; about: About; done: boolean }
	| {
			kind: "ended";
			about: About;
			ending: number;
			outcome: "completed" | "failed" | "cancelled";
			reason: string | null;
	  }
	| { kind: "rated"; about: About; stars: number }
);

type Ending = Extract<Fact, { kind: "ended" }>;
type Known = {
	is: { version: number; levels: Record<string, number>; active: boolean } | null;
	hours: WeeklySpan[] | null;
	daysOff: DayRange[];
	jobs: Map<string, Job>;
	orders: Set<OrderId>;
	/** As the steps see it; null where something was learned since. */
	made: NormalSample | null;
};

/**
 * All samples as they were known at any moment, by the same facts from which the database keeps today's: facts are told in the
 * order of their moments, and between two of them one may look.
 */
export function rememberHistory() {
	const samples = new Map<SampleId, Known>();
	const endings = new Map<OrderId, Ending>();
	const ratings = new Map<OrderId, { sample: SampleId; stars: number }>();
	const ofReference = new Map<ReferenceId, Set<OrderId>>();

	const known = (id: SampleId): Known => {
		const found = samples.get(id) ?? {
			is: null,
			hours: null,
			daysOff: [],
			jobs: new Map(),
			orders: new Set(),
			made: null,
		};
		samples.set(id, found);
		found.made = null;
		return found;
	};

	function learn(fact: Fact): void {
		const one = known(fact.sample);
		if (fact.kind === "is") one.is = { version: fact.version, levels: fact.levels, active: fact.active };
		else if (fact.kind === "works") Object.assign(one, { hours: fact.hours, daysOff: fact.daysOff });
		else if (fact.kind === "held") {
			const { order, zone } = fact.about;
			one.jobs.set(`${order}/${fact.match}`, { order, from: fact.from, to: fact.to, held: true, zone });
		} else if (fact.kind === "released") {
			const key = `${fact.about.order}/${fact.match}`;
			const job = one.jobs.get(key);
			if (job && fact.done) one.jobs.set(key, { ...job, held: false });
			else one.jobs.delete(key);
		} else if (fact.kind === "ended") end(fact);
		else ratings.set(fact.about.order, { sample: fact.sample, stars: fact.stars });
	}

	function end(fact: Ending): void {
		const { order, reference } = fact.about;
		const before = endings.get(order);
		if (before && before.ending > fact.ending) return;
		if (before) known(before.sample).orders.delete(order);
		endings.set(order, fact);
		known(fact.sample).orders.add(order);
		if (reference) ofReference.set(reference, (ofReference.get(reference) ?? new Set()).add(order));
	}

	function resultsOf({ orders }: Known, id: SampleId): WeekOfResults[] {
		const weeks = new Map<string, WeekOfResults>();
		for (const order of orders) {
			const ending = endings.get(order);
			if (!ending?.about.startsAt || ending.outcome === "cancelled") continue;
			const { type, startsAt } = ending.about;
			const week = weekNumber(startsAt);
			const before = weeks.get(`${week}/${type}`) ?? {
				type,
				week,
				completed: 0,
				failed: 0,
				noShows: 0,
				stars: 0,
				rated: 0,
			};
			const rating = ratings.get(order);
			const stars = rating?.sample === id ? rating.stars : null;
			const failed = ending.outcome === "failed";
			weeks.set(`${week}/${type}`, {
				...before,
				completed: before.completed + Number(!failed),
				failed: before.failed + Number(failed),
				noShows: before.noShows + Number(failed && ending.reason === "no-show"),
				stars: before.stars + (stars ?? 0),
				rated: before.rated + Number(stars !== null),
			});
		}
		return [...weeks.values()].sort((a, b) => a.week - b.week || String(a.type).localeCompare(String(b.type)));
	}

	function made(id: SampleId, one: Known): NormalSample | null {
		if (!one.is) return null;
		const jobs = [...one.jobs].sort(([a, first], [b, second]) => first.from - second.from || (a < b ? -1 : 1));
		one.made ??= {
			...{ id, ...one.is, hours: one.hours, daysOff: one.daysOff },
			jobs: jobs.map(([, job]) => job),
			results: resultsOf(one, id),
		};
		return one.made;
	}

	return {
		learn,
		/** Everybody as known by now. */
		samples: (): NormalSample[] => [...samples].flatMap(([id, one]) => made(id, one) ?? []),
		/** Whom a reference sample had by now, with how that went; one order aside. */
		encounters(reference: ReferenceId, aside: OrderId): Map<SampleId, Encounter> {
			const met = new Map<SampleId, Encounter>();
			for (const order of ofReference.get(reference) ?? []) {
				const ending = endings.get(order);
				if (!ending || order === aside) continue;
				const before = met.get(ending.sample) ?? { completed: 0, failed: 0, stars: 0, rated: 0 };
				const rating = ratings.get(order);
				const stars = rating?.sample === ending.sample ? rating.stars : null;
				met.set(ending.sample, {
					completed: before.completed + Number(ending.outcome === "completed"),
					failed: before.failed + Number(ending.outcome === "failed"),
					stars: before.stars + (stars ?? 0),
					rated: before.rated + Number(stars !== null),
				});
			}
			return met;
		},
	};
}
