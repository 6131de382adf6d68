CREATE TRIGGER bonuses_are_forever BEFORE UPDATE OR DELETE OR TRUNCATE ON billing.bonuses
	FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
--> statement-breakpoint
CREATE TRIGGER approvals_are_forever BEFORE DELETE OR TRUNCATE ON billing.approvals
	FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
--> statement-breakpoint
CREATE TRIGGER approvals_change_only_decision BEFORE UPDATE OF id, kind, subject, amount, reason, asked_by, asked_at
	ON billing.approvals FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
--> statement-breakpoint
CREATE TRIGGER approvals_are_decided_once BEFORE UPDATE ON billing.approvals
	FOR EACH ROW WHEN (OLD.status <> 'waiting') EXECUTE FUNCTION platform.refuse_change();
