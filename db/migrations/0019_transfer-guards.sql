CREATE TRIGGER transfer_events_are_forever BEFORE UPDATE OR DELETE OR TRUNCATE ON billing.transfer_events
	FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
--> statement-breakpoint
CREATE TRIGGER transfers_are_forever BEFORE DELETE OR TRUNCATE ON billing.transfers
	FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
--> statement-breakpoint
CREATE TRIGGER transfers_change_only_status BEFORE UPDATE OF id, payout_id, attempt, account, amount, currency, requested_by, requested_at
	ON billing.transfers FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
--> statement-breakpoint
CREATE TRIGGER transfers_are_decided_once BEFORE UPDATE ON billing.transfers
	FOR EACH ROW WHEN (OLD.status IN ('completed', 'rejected')) EXECUTE FUNCTION platform.refuse_change();
--> statement-breakpoint
CREATE TRIGGER payouts_are_paid_once BEFORE UPDATE ON billing.payouts
	FOR EACH ROW WHEN (OLD.status IN ('paid', 'closed')) EXECUTE FUNCTION platform.refuse_change();
