CREATE TRIGGER payout_lines_are_forever BEFORE UPDATE OR DELETE OR TRUNCATE ON billing.payout_lines
	FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
--> statement-breakpoint
CREATE TRIGGER payouts_are_forever BEFORE DELETE OR TRUNCATE ON billing.payouts
	FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
--> statement-breakpoint
CREATE TRIGGER payouts_change_only_status
	BEFORE UPDATE OF id, year, sequence, month, worker_id, carried_in, total, line_count, amount, carried_out, money_policy_version, issued_at
	ON billing.payouts FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
--> statement-breakpoint
-- What workers earned and lost before there were payouts waits for the first one.
INSERT INTO billing.unsettled_items (transaction_id, worker_id, kind, amount, posted_at)
SELECT t.id, a.owner_id, t.kind, p.amount, t.at
FROM billing.ledger_transactions t
JOIN billing.ledger_postings p ON p.transaction_id = t.id
JOIN billing.ledger_accounts a ON a.id = p.account_id AND a.kind = 'worker'
WHERE t.kind IN ('earning', 'penalty');
