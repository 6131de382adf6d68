CREATE OR REPLACE FUNCTION billing.refuse_unbalanced() RETURNS trigger LANGUAGE plpgsql AS $$
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
