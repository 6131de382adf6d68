CREATE TRIGGER refund_statements_are_forever BEFORE UPDATE OR DELETE OR TRUNCATE ON billing.refund_statements
	FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
--> statement-breakpoint
CREATE TRIGGER disputes_are_forever BEFORE DELETE OR TRUNCATE ON billing.disputes
	FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
--> statement-breakpoint
CREATE TRIGGER refunds_are_forever BEFORE DELETE OR TRUNCATE ON billing.refunds
	FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
--> statement-breakpoint
CREATE TRIGGER refunds_change_only_state
	BEFORE UPDATE OF id, credit_note_id, payment_id, invoice_id, client_id, kind, amount, settlement_minor, settlement_currency, begun_at
	ON billing.refunds FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
--> statement-breakpoint
-- What a refund came to is for ever, but that what went back may come back.
CREATE FUNCTION billing.refuse_settled_refund() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF OLD.state IN ('refused', 'returned') OR OLD.state = 'succeeded' AND NEW.state <> 'returned'
		OR NEW.state = 'returned' AND OLD.state <> 'succeeded' OR OLD.transaction_id <> NEW.transaction_id THEN
		RAISE EXCEPTION 'refund % is settled', OLD.id USING ERRCODE = 'check_violation', CONSTRAINT = 'refunds_settled_once';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER refunds_settled_once BEFORE UPDATE ON billing.refunds
	FOR EACH ROW EXECUTE FUNCTION billing.refuse_settled_refund();
--> statement-breakpoint
-- Never more than was paid, and only of what was paid; refunds of one payment queue up on its row.
CREATE FUNCTION billing.refuse_too_much_refund() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	paid bigint;
BEGIN
	SELECT amount INTO paid FROM billing.payments WHERE id = NEW.payment_id AND state = 'succeeded' FOR UPDATE;
	IF paid IS NULL OR paid < (
		SELECT sum(amount) FROM billing.refunds WHERE payment_id = NEW.payment_id AND state NOT IN ('refused', 'returned')
	) THEN
		RAISE EXCEPTION 'payment % is not worth so much', NEW.payment_id
			USING ERRCODE = 'check_violation', CONSTRAINT = 'refunds_within_payment';
	END IF;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER refunds_within_payment AFTER INSERT ON billing.refunds
	FOR EACH ROW EXECUTE FUNCTION billing.refuse_too_much_refund();
