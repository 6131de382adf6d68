CREATE TRIGGER invoice_lines_are_forever BEFORE UPDATE OR DELETE OR TRUNCATE ON billing.invoice_lines
	FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
--> statement-breakpoint
CREATE TRIGGER invoices_are_forever BEFORE DELETE OR TRUNCATE ON billing.invoices
	FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
--> statement-breakpoint
CREATE TRIGGER invoices_change_only_status
	BEFORE UPDATE OF id, year, sequence, week, client_id, total, line_count, paid_total, discount_percent, money_policy_version, issued_at
	ON billing.invoices FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
