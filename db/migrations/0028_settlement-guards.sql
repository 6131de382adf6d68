-- What a payment was worth when it began is for ever, too.
DROP TRIGGER payments_change_only_state ON billing.payments;
--> statement-breakpoint
CREATE TRIGGER payments_change_only_state
	BEFORE UPDATE OF id, invoice_id, attempt, client_id, kind, method_id, amount, settlement_minor, settlement_currency, asked,
		begun_at
	ON billing.payments FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
