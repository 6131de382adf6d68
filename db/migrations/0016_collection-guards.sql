CREATE TRIGGER provider_statements_are_forever BEFORE UPDATE OR DELETE OR TRUNCATE ON billing.provider_statements
	FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
--> statement-breakpoint
CREATE TRIGGER payments_are_forever BEFORE DELETE OR TRUNCATE ON billing.payments
	FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
--> statement-breakpoint
CREATE TRIGGER payments_change_only_state
	BEFORE UPDATE OF id, invoice_id, attempt, client_id, kind, method_id, amount, asked, begun_at
	ON billing.payments FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
--> statement-breakpoint
-- What a payment came to is for ever.
CREATE FUNCTION billing.refuse_settled_payment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF OLD.state IN ('succeeded', 'refused') THEN
		RAISE EXCEPTION 'payment % is settled', OLD.id USING ERRCODE = 'check_violation', CONSTRAINT = 'payments_settled_once';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER payments_settled_once BEFORE UPDATE ON billing.payments
	FOR EACH ROW EXECUTE FUNCTION billing.refuse_settled_payment();
--> statement-breakpoint
-- An invoice that is paid stays paid, and its payment is in the books.
CREATE FUNCTION billing.refuse_unpaying() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF OLD.status = 'paid' AND NEW.status <> 'paid' THEN
		RAISE EXCEPTION 'invoice % is paid', OLD.id USING ERRCODE = 'check_violation', CONSTRAINT = 'invoices_stay_paid';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER invoices_stay_paid BEFORE UPDATE OF status ON billing.invoices
	FOR EACH ROW EXECUTE FUNCTION billing.refuse_unpaying();
