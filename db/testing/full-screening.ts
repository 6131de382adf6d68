import type { Sql } from "postgres";
import { firstVacancies } from "@/db/seed/vacancies";
import type { ApplicationId, ExperimentId, VacancyId } from "@/server/kernel/ids";

const NOW = new Date("2026-11-20T12:00:00Z");
const UNGRADED = 20;
const vacancyId = firstVacancies[0]?.id as VacancyId;
const experimentId = "01900000-0000-7000-8000-00000000e0e0" as ExperimentId;

/** What a person did, in no one's name. */
const BY = `'{"kind": "system", "id": "bench", "name": "Bench"}'`;
const id = (kind: number) => `(lpad(to_hex(${kind}), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`;
/** A number from 0 to 99 that looks drawn by chance and is the same for the same row. */
const chance = (salt: string) => `abs(hashtext(n || '${salt}')) % 100`;

/**
 * So many applications of a hundred days, a test graded and a scorecard each; three in a hundred taken, who work and are rated; a
 * running experiment with half of all. The last few have no scorecard yet.
 */
export async function fillScreening(sql: Sql, applications: number) {
	const when = `timestamptz '${NOW.toISOString()}' - interval '100 days' * (${applications} - n) / ${applications}`;
	const rows = `from generate_series(1, ${applications}) n`;
	const traits = ["speed", "patience", "climbing", "tidiness", "stealth"];
	const scores = `jsonb_build_object(${traits.map((trait) => `'${trait}', ${chance(trait)} * 100 + ${chance(`${trait}/`)}`).join(", ")})`;
	const total = `floor((${traits.map((trait) => `(scores->>'${trait}')::int`).join(" + ")})::float8 / ${traits.length} + 0.5)::int`;
	const state = `case when n % 33 = 0 then 'accepted' when n % 10 < 6 then 'rejected' else 'tested' end`;
	const graded = `n <= ${applications - UNGRADED}`;
	await sql.unsafe(`
		insert into hiring.workers (id, name, email, phone, locale, age, breed, coat, added_at)
			select ${id(1)}, 'Worker ' || n, 'w' || n || '@cats.example', '+70000000000', 'en', 3, 'mixed', 'black', ${when} ${rows} where n % 33 = 0 and ${graded};
		insert into hiring.applications (id, vacancy_id, state, state_since, submitted_at, name, email, phone, locale, age, breed, coat, languages, words, proof, worker_id)
			select ${id(2)}, '${vacancyId}', case when ${graded} then ${state} else 'tested' end, ${when}, ${when}, 'Candidate ' || n, 'c' || n || '@cats.example', '+7' || (1000000000 + n), 'en', 3, 'mixed', 'black', '{en}', '', 'proof ' || n,
			case when n % 33 = 0 and ${graded} then ${id(1)} end ${rows};
		insert into hiring.application_moves (application_id, number, from_state, to_state, moved_at, since, by)
			select ${id(2)}, step.number, step.past, step.next, ${when}, ${when} - step.number * interval '7 hours', ${BY} ${rows}
			cross join (values (1, 'applied', 'contacted'), (2, 'contacted', 'testing'), (3, 'testing', 'tested')) step(number, past, next);
		insert into hiring.application_moves (application_id, number, from_state, to_state, moved_at, since, by)
			select ${id(2)}, 4, 'tested', ${state}, ${when}, ${when}, ${BY} ${rows} where ${state} <> 'tested' and ${graded};
		insert into hiring.assessments (id, application_id, assigned_at, due_at, submitted_at, graded_at)
			select ${id(3)}, ${id(2)}, ${when}, ${when}, ${when}, ${when} ${rows};
		insert into hiring.attempts (id, assessment_id, application_id, test_id, version, position, state, seed, started_at, deadline, submitted_at, closed_by, graded_at)
			select ${id(4)}, ${id(3)}, ${id(2)}, '${experimentId}', 1, 1, 'graded', 's', ${when}, ${when}, ${when}, 'candidate', ${when} ${rows};
		insert into hiring.attempt_results (attempt_id, number, application_id, test_id, version, points, max_points, traits, graded_at)
			select ${id(4)}, 1, ${id(2)}, '${experimentId}', 1, 0, 100, (select jsonb_object_agg(trait, jsonb_build_object('points', score::int, 'max', 10000)) from jsonb_each_text(${scores}) each(trait, score)), ${when} ${rows};
		insert into hiring.scorecards (application_id, number, vacancy_id, basis, scores, score, percentile, cohort_from, cohort_size, cohort_above, cohort_equal, rule_version, proposal, reasons, trial, drawn_up_at)
			select ${id(2)}, 1, '${vacancyId}', 'filled', scores, ${total}, 5000, ${when} - interval '90 days', n, 0, 1, 0,
			case when ${total} > 8500 then 'accept' when ${total} > 7500 then 'look' else 'reject' end, '[]', false, ${when}
			from (select n, ${scores} as scores ${rows} where ${graded}) one;
		insert into hiring.worker_endings (order_id, ending, worker_id, outcome, no_show, ended_at, heard_at)
			select gen_random_uuid(), 1, ${id(1)}, case when ${chance("job")} < 90 then 'completed' else 'failed' end, false, ${when}, ${when}
			${rows}, generate_series(1, 20) job where n % 33 = 0 and ${graded};
		insert into hiring.worker_ratings (order_id, worker_id, stars, heard_at)
			select gen_random_uuid(), ${id(1)}, 3 + n % 3, ${when} ${rows}, generate_series(1, 10) job where n % 33 = 0 and ${graded};
		insert into hiring.experiments (id, vacancy_id, name, question, outcome, worth, started_at, started_by)
			values ('${experimentId}', '${vacancyId}', 'Bench', 'How long?', 'completion', 5, '${NOW.toISOString()}', ${BY});
		insert into hiring.experiment_arms (experiment_id, arm, position, name, percent, rule_version)
			values ('${experimentId}', 'a', 0, 'A', 25, 0), ('${experimentId}', 'b', 1, 'B', 25, 0);
		insert into hiring.experiment_members (experiment_id, application_id, arm, entered_at)
			select '${experimentId}', ${id(2)}, case when n % 4 = 0 then 'a' else 'b' end, ${when} ${rows} where n % 4 < 2;
		analyze;`);
	const ungraded = await sql.unsafe<{ id: ApplicationId }[]>(`select ${id(2)} as id ${rows} where not (${graded})`);
	return { vacancyId, experimentId, now: NOW, ungraded: ungraded.map((row) => row.id) };
}
