CREATE FUNCTION billing.refuse_unbalanced() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	transaction_id bigint;
	postings bigint;
	total numeric;
	expected smallint;
	reversed bigint;
	unmended bigint;
BEGIN
	IF TG_TABLE_NAME = 'ledger_postings' THEN transaction_id := NEW.transaction_id; ELSE transaction_id := NEW.id; END IF;
	SELECT t.posting_count, t.reverses INTO expected, reversed FROM billing.ledger_transactions t WHERE t.id = transaction_id;
	SELECT count(*), coalesce(sum(p.amount), 0) INTO postings, total
		FROM billing.ledger_postings p WHERE p.transaction_id = refuse_unbalanced.transaction_id;
	IF postings <> expected OR total <> 0 THEN
		RAISE EXCEPTION 'ledger transaction % is not balanced: % postings of %, sum %', transaction_id, postings, expected, total
			USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_transactions_balanced';
	END IF;
	IF reversed IS NOT NULL THEN
		SELECT count(*) INTO unmended FROM (
			SELECT p.account_id FROM billing.ledger_postings p
			WHERE p.transaction_id IN (refuse_unbalanced.transaction_id, reversed)
			GROUP BY p.account_id HAVING sum(p.amount) <> 0
		) accounts;
		IF unmended <> 0 OR EXISTS (SELECT FROM billing.ledger_transactions t WHERE t.id = reversed AND t.reverses IS NOT NULL) THEN
			RAISE EXCEPTION 'ledger transaction % does not reverse %', transaction_id, reversed
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
