-- A transaction holds the days from its first posting to its commit, so that a day is closed between transactions.
CREATE FUNCTION billing.book_on_open_day() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	closed date;
BEGIN
	PERFORM pg_advisory_xact_lock_shared(7272733);
	SELECT max(day) INTO closed FROM billing.closed_days;
	IF NEW.business_date <= closed THEN NEW.business_date := closed + 1; END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE FUNCTION billing.lock_days() RETURNS void LANGUAGE sql AS $$
	SELECT pg_advisory_xact_lock(7272733)
$$;
--> statement-breakpoint
CREATE TRIGGER ledger_transactions_book_on_open_day BEFORE INSERT ON billing.ledger_transactions
	FOR EACH ROW EXECUTE FUNCTION billing.book_on_open_day();
--> statement-breakpoint
CREATE TRIGGER closed_days_are_forever BEFORE UPDATE OR DELETE OR TRUNCATE ON billing.closed_days
	FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
--> statement-breakpoint
CREATE TRIGGER seals_are_forever BEFORE UPDATE OR DELETE OR TRUNCATE ON billing.seals
	FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
--> statement-breakpoint
CREATE TRIGGER sealed_transactions_are_forever BEFORE UPDATE OR DELETE OR TRUNCATE ON billing.sealed_transactions
	FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
