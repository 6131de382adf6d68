CREATE EXTENSION IF NOT EXISTS btree_gist;
--> statement-breakpoint
CREATE FUNCTION platform.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION '%.% is append-only', TG_TABLE_SCHEMA, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_entries_are_forever BEFORE UPDATE OR DELETE OR TRUNCATE ON platform.audit_entries
	FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
--> statement-breakpoint
CREATE FUNCTION platform.business_now() RETURNS timestamptz LANGUAGE sql STABLE AS $$
	SELECT clock_timestamp() + make_interval(secs => coalesce((SELECT offset_ms FROM platform.business_clock WHERE id = 1), 0) / 1000.0)
$$;
