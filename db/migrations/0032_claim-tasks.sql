-- Calls are leased to an instance in one turn to the server. Each statement of a volatile function sees what was committed before
-- it: once the lock is had, the count of calls under way is exact.
CREATE FUNCTION engine.claim_tasks(instance integer, functions text[], most integer, lease interval, visible integer)
RETURNS TABLE (
	id bigint, run_id uuid, function_id text, step text, attempt integer, event jsonb, parallel boolean, invoked boolean,
	steps jsonb, more boolean
) LANGUAGE plpgsql VOLATILE AS $$
#variable_conflict use_column
BEGIN
	-- Claims of all instances wait for each other, so that concurrency limits are exact. Any constant of its own.
	PERFORM pg_advisory_xact_lock(7272731);
	RETURN QUERY
	WITH busy AS (
		SELECT concurrency_key, count(*) AS calls FROM engine.tasks
		WHERE leased_by IS NOT NULL AND due_at > now() AND concurrency_key IS NOT NULL
		GROUP BY concurrency_key
	), due AS (
		SELECT t.id, t.due_at, t.concurrency_key, t.concurrency_limit, coalesce(b.calls, 0) AS calls
		FROM engine.tasks t LEFT JOIN busy b ON b.concurrency_key = t.concurrency_key
		WHERE t.due_at <= now() AND t.function_id = ANY (functions)
			AND (b.calls IS NULL OR b.calls < t.concurrency_limit)
		ORDER BY t.due_at, t.id LIMIT visible
		FOR UPDATE OF t SKIP LOCKED
	), ranked AS (
		SELECT *, row_number() OVER (PARTITION BY concurrency_key ORDER BY due_at, id) AS place FROM due
	), picked AS (
		SELECT id FROM ranked WHERE concurrency_key IS NULL OR place + calls <= concurrency_limit
		ORDER BY due_at, id LIMIT most
	), taken AS (
		UPDATE engine.tasks SET leased_by = instance, due_at = now() + lease, repeat = false
		WHERE id IN (SELECT id FROM picked) RETURNING *
	)
	SELECT taken.id, taken.run_id, taken.function_id, taken.step, taken.attempt, r.event, r.parallel,
		r.parent_run_id IS NOT NULL, coalesce((
			SELECT jsonb_agg(jsonb_build_object('id', s.step_id, 'result', s.result) ORDER BY s.position)
			FROM engine.steps s WHERE s.run_id = r.id), '[]'),
		(SELECT count(*) FROM due) >= visible
	FROM taken JOIN engine.runs r ON r.id = taken.run_id
	ORDER BY taken.id;
END
$$;
