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
--> statement-breakpoint
CREATE FUNCTION billing.refuse_unbalanced() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	checked bigint;
	postings bigint;
	total numeric;
	expected smallint;
	reversed bigint;
	unmended bigint;
BEGIN
	IF TG_TABLE_NAME = 'ledger_postings' THEN checked := NEW.transaction_id; ELSE checked := NEW.id; END IF;
	SELECT t.posting_count, t.reverses INTO expected, reversed FROM billing.ledger_transactions t WHERE t.id = checked;
	SELECT count(*), coalesce(sum(p.amount), 0) INTO postings, total
		FROM billing.ledger_postings p WHERE p.transaction_id = checked;
	IF postings <> expected OR total <> 0 THEN
		RAISE EXCEPTION 'ledger transaction % is not balanced: % postings of %, sum %', checked, postings, expected, total
			USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_transactions_balanced';
	END IF;
	IF reversed IS NOT NULL THEN
		SELECT count(*) INTO unmended FROM (
			SELECT p.account_id FROM billing.ledger_postings p
			WHERE p.transaction_id IN (checked, reversed)
			GROUP BY p.account_id HAVING sum(p.amount) <> 0
		) accounts;
		IF unmended <> 0 OR EXISTS (SELECT FROM billing.ledger_transactions t WHERE t.id = reversed AND t.reverses IS NOT NULL) THEN
			RAISE EXCEPTION 'ledger transaction % does not reverse %', checked, reversed
				USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_transactions_reversal';
		END IF;
	END IF;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER ledger_transactions_balance AFTER INSERT ON billing.ledger_transactions
	DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION billing.refuse_unbalanced();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER ledger_postings_balance AFTER INSERT ON billing.ledger_postings
	DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION billing.refuse_unbalanced();
--> statement-breakpoint
CREATE TRIGGER ledger_accounts_are_forever BEFORE UPDATE OR DELETE OR TRUNCATE ON billing.ledger_accounts
	FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
--> statement-breakpoint
CREATE TRIGGER ledger_transactions_are_forever BEFORE UPDATE OR DELETE OR TRUNCATE ON billing.ledger_transactions
	FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
--> statement-breakpoint
CREATE TRIGGER ledger_postings_are_forever BEFORE UPDATE OR DELETE OR TRUNCATE ON billing.ledger_postings
	FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
--> statement-breakpoint
CREATE TRIGGER terms_are_forever BEFORE UPDATE OR DELETE OR TRUNCATE ON billing.terms
	FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
--> statement-breakpoint
CREATE TRIGGER endings_are_forever BEFORE UPDATE OR DELETE OR TRUNCATE ON billing.endings
	FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
--> statement-breakpoint
CREATE TRIGGER charges_are_forever BEFORE UPDATE OR DELETE OR TRUNCATE ON billing.charges
	FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
--> statement-breakpoint
CREATE TRIGGER worker_entries_are_forever BEFORE UPDATE OR DELETE OR TRUNCATE ON billing.worker_entries
	FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
--> statement-breakpoint
CREATE TRIGGER endings_are_forever BEFORE UPDATE OR DELETE OR TRUNCATE ON execution.endings
	FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
--> statement-breakpoint
CREATE TRIGGER check_ins_are_forever BEFORE UPDATE OR DELETE OR TRUNCATE ON execution.check_ins
	FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
--> statement-breakpoint
ALTER TABLE matching.reservations ADD CONSTRAINT reservations_never_overlap
	EXCLUDE USING gist (sample WITH =, during WITH &&) WHERE (status = 'held');
--> statement-breakpoint
CREATE INDEX reservations_held_during ON matching.reservations USING gist (during) WHERE (status = 'held');
--> statement-breakpoint
-- So that the planner knows rare words from common ones: rare ones go by the search index, common ones along the order of the list.
ALTER TABLE "ordering"."orders" ALTER COLUMN "search" SET STATISTICS 1000;
