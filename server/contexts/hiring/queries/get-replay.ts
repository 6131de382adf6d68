import { inArray, sql } from "drizzle-orm";
import type { z } from "zod";
import { applicationMoves, applications } from "@/db/schema/hiring-applications";
import { scorecards } from "@/db/schema/hiring-screening";
import type { ApplicationId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import type { replayRuleInput } from "../contracts/screening";
import { demandManager } from "../domain/access";
import { tellOf } from "../domain/performance";
import { type Proposal, proposals } from "../domain/proposal.policies";
import { type PastCard, type Replayed, replay } from "../domain/replay";
import type { TraitScores } from "../domain/score";
import { listPerformance } from "./list-performance";

type Asked = z.output<typeof replayRuleInput>;
const DAY = 86_400_000;
const SHOWN = 100;

/**
 * What a rule would have proposed, had it been in force: for whom it would have been something else, and how those did who were
 * taken. Everything as it was known at `asOf`; each candidate as of the scorecard that was decided by, in the cohort of then.
 */
export async function getReplay(ctx: Ctx, { vacancyId, rule, from, asOf }: Asked) {
	demandManager(ctx.actor);
	const until = asOf ?? ctx.clock.now();
	const since = from && new Date(from.getTime() - rule.cohort.days * DAY);
	const [history, performance] = await Promise.all([
		listCards(ctx, { vacancyId, since, until }),
		listPerformance(ctx, vacancyId, until),
	]);
	const first = from?.getTime() ?? 0;
	const replayed = replay(rule, history).filter(({ card }) => card.at >= first);
	const changed = replayed.filter(({ card, proposal }) => card.proposal !== proposal);
	const taken = (each: Replayed) => performance.get(each.card.application);
	changed.sort((a, b) => Number(taken(b) !== undefined) - Number(taken(a) !== undefined) || b.card.at - a.card.at);
	const shown = changed.slice(0, SHOWN);
	const names = await namesOf(
		ctx,
		shown.map(({ card }) => card),
	);
	return {
		asOf: until,
		candidates: replayed.length,
		changed: changed.length,
		moves: proposals.flatMap((was) =>
			proposals.map((would) => ({
				...{ was, would },
				count: replayed.filter(({ card, proposal }) => card.proposal === was && proposal === would).length,
			})),
		),
		/** Those who were taken, whatever had been proposed, by what this rule would have said of them. */
		taken: proposals.map((would) => {
			const done = replayed.filter(({ proposal }) => proposal === would).flatMap((each) => taken(each) ?? []);
			return { would, count: done.length, told: tellOf(done) };
		}),
		differing: shown.map(({ card, proposal, reasons, trial }) => ({
			...{ applicationId: card.application as ApplicationId, name: names.get(card.application) ?? "" },
			...{ was: card.proposal, decided: card.decided, would: proposal, reasons, trial, at: new Date(card.at) },
			performance: performance.get(card.application) ?? null,
		})),
	};
}

type Period = { vacancyId: Asked["vacancyId"]; since: Date | null; until: Date };

/** One scorecard in a line, its scores as JSON at the end: a history is long, and so it comes in one text. */
const line = sql`concat_ws(' ', card.application_id, (extract(epoch from card.drawn_up_at) * 1000)::bigint, card.proposal,
	coalesce(decision.to_state, '-'), coalesce((extract(epoch from decision.moved_at) * 1000)::bigint, 0), card.scores::text)`;

/** The history of a vacancy's scorecards in the order in which they became known. */
async function listCards(ctx: Ctx, { vacancyId, since, until }: Period): Promise<PastCard[]> {
	const known = sql`${until.toISOString()}::timestamptz`;
	const [row] = await ctx.db.execute<{ lines: string | null }>(sql`
		select string_agg(${line}, chr(10) order by card.sequence) as lines
		from ${scorecards} card left join (
			select distinct on (application_id) application_id, to_state, moved_at from ${applicationMoves}
			where to_state in ('accepted', 'rejected') and moved_at <= ${known}
			order by application_id, number desc
		) decision on decision.application_id = card.application_id
		where card.vacancy_id = ${vacancyId} and card.drawn_up_at <= ${known}
			and card.drawn_up_at > ${since?.toISOString() ?? "-infinity"}::timestamptz`);
	const decidedBy = new Map<string, PastCard>();
	return (row?.lines?.split("\n") ?? []).map((text) => {
		const [application = "", at, proposal, decided, decidedAt] = text.split(" ", 5);
		const card: PastCard = {
			...{ application, at: Number(at), proposal: proposal as Proposal, counts: false },
			decided: decided === "accepted" || decided === "rejected" ? decided : null,
			scores: JSON.parse(text.slice(text.indexOf("{"))) as TraitScores,
		};
		if (card.decided === null || card.at <= Number(decidedAt)) {
			const earlier = decidedBy.get(application);
			if (earlier) earlier.counts = false;
			card.counts = true;
			decidedBy.set(application, card);
		}
		return card;
	});
}

async function namesOf(ctx: Ctx, cards: PastCard[]): Promise<Map<string, string>> {
	const ids = cards.map(({ application }) => application as ApplicationId);
	const { id, name } = applications;
	const rows = ids.length === 0 ? [] : await ctx.db.select({ id, name }).from(applications).where(inArray(id, ids));
	return new Map(rows.map((row) => [row.id, row.name]));
}
