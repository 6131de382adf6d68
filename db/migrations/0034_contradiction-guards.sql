-- What a payment came to is for ever, unless two managers have ruled that something else became of it.
CREATE OR REPLACE FUNCTION billing.refuse_settled_payment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	same billing.payments := NEW;
BEGIN
	same.contradicted_at := OLD.contradicted_at;
	same.charged_back := OLD.charged_back;
	IF OLD.state IN ('succeeded', 'refused', 'returned') AND same IS DISTINCT FROM OLD AND NOT (
		(OLD.state = 'succeeded' AND NEW.state = 'returned' AND OLD.transaction_id = NEW.transaction_id
			OR OLD.state = 'refused' AND NEW.state = 'succeeded')
		AND EXISTS (
			SELECT FROM billing.approvals a
			WHERE a.kind = 'ruling' AND a.status = 'approved' AND a.subject = 'payment:' || OLD.id
				AND a.became = CASE NEW.state WHEN 'succeeded' THEN 'succeeded' ELSE 'refused' END
		)
	) THEN
		RAISE EXCEPTION 'payment % is settled', OLD.id USING ERRCODE = 'check_violation', CONSTRAINT = 'payments_settled_once';
	END IF;
	IF NEW.charged_back < OLD.charged_back OR NEW.state = 'returned' AND OLD.state NOT IN ('succeeded', 'returned') THEN
		RAISE EXCEPTION 'what was taken back of payment % stays so', OLD.id
			USING ERRCODE = 'check_violation', CONSTRAINT = 'payments_settled_once';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
-- An invoice that is paid stays paid, unless what has paid it is not the company's.
CREATE OR REPLACE FUNCTION billing.refuse_unpaying() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF OLD.status = 'paid' AND NEW.status <> 'paid' AND NOT EXISTS (
		SELECT FROM billing.payments p WHERE p.invoice_id = OLD.id AND (p.state = 'returned' OR p.charged_back > 0)
	) THEN
		RAISE EXCEPTION 'invoice % is paid', OLD.id USING ERRCODE = 'check_violation', CONSTRAINT = 'invoices_stay_paid';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
-- What a refund came to is for ever, but that what went back may come back, and that two managers may have ruled otherwise.
CREATE OR REPLACE FUNCTION billing.refuse_settled_refund() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	same billing.refunds := NEW;
BEGIN
	same.contradicted_at := OLD.contradicted_at;
	IF OLD.state IN ('succeeded', 'refused', 'returned') AND same IS DISTINCT FROM OLD AND NOT (
		OLD.state = 'succeeded' AND NEW.state = 'returned' AND OLD.transaction_id = NEW.transaction_id
		OR OLD.state = 'refused' AND NEW.state = 'succeeded' AND EXISTS (
			SELECT FROM billing.approvals a
			WHERE a.kind = 'ruling' AND a.status = 'approved' AND a.subject = 'refund:' || OLD.id AND a.became = 'succeeded'
		)
	) OR NEW.state = 'returned' AND OLD.state NOT IN ('succeeded', 'returned') THEN
		RAISE EXCEPTION 'refund % is settled', OLD.id USING ERRCODE = 'check_violation', CONSTRAINT = 'refunds_settled_once';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
-- What Gold Hat has decided is for ever, unless two managers have ruled that something else became of it.
CREATE FUNCTION billing.refuse_decided_transfer() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	same billing.transfers := NEW;
BEGIN
	same.contradicted_at := OLD.contradicted_at;
	IF same IS DISTINCT FROM OLD AND NOT EXISTS (
		SELECT FROM billing.approvals a
		WHERE a.kind = 'ruling' AND a.status = 'approved' AND a.subject = 'transfer:' || OLD.id
			AND (a.became, OLD.status, NEW.status) IN (('succeeded', 'rejected', 'completed'), ('refused', 'completed', 'rejected'))
	) THEN
		RAISE EXCEPTION 'transfer % is decided', OLD.id USING ERRCODE = 'check_violation', CONSTRAINT = 'transfers_are_decided_once';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
DROP TRIGGER transfers_are_decided_once ON billing.transfers;
--> statement-breakpoint
CREATE TRIGGER transfers_are_decided_once BEFORE UPDATE ON billing.transfers
	FOR EACH ROW WHEN (OLD.status IN ('completed', 'rejected')) EXECUTE FUNCTION billing.refuse_decided_transfer();
--> statement-breakpoint
CREATE FUNCTION billing.refuse_paid_payout() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	same billing.payouts := NEW;
BEGIN
	same.status := OLD.status;
	IF OLD.status = 'closed' OR NEW.status <> 'rejected' OR same IS DISTINCT FROM OLD OR EXISTS (
		SELECT FROM billing.transfers t WHERE t.payout_id = OLD.id AND t.status = 'completed'
	) THEN
		RAISE EXCEPTION 'payout % is paid', OLD.id USING ERRCODE = 'check_violation', CONSTRAINT = 'payouts_are_paid_once';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
DROP TRIGGER payouts_are_paid_once ON billing.payouts;
--> statement-breakpoint
CREATE TRIGGER payouts_are_paid_once BEFORE UPDATE ON billing.payouts
	FOR EACH ROW WHEN (OLD.status IN ('paid', 'closed')) EXECUTE FUNCTION billing.refuse_paid_payout();
--> statement-breakpoint
CREATE TRIGGER approvals_keep_their_ruling BEFORE UPDATE OF became, last_word
	ON billing.approvals FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
--> statement-breakpoint
-- What was contradicted before this was noted.
UPDATE billing.payments p SET contradicted_at = s.heard_at
	FROM (SELECT payment_id, state, max(heard_at) AS heard_at FROM billing.provider_statements GROUP BY payment_id, state) s
	WHERE s.payment_id = p.id
		AND (p.state = 'succeeded' AND s.state = 'refused' OR p.state = 'refused' AND s.state = 'succeeded');
--> statement-breakpoint
UPDATE billing.refunds r SET contradicted_at = s.heard_at
	FROM billing.refund_statements s
	WHERE s.refund_id = r.id AND r.state = 'refused' AND s.state = 'succeeded';
--> statement-breakpoint
UPDATE billing.transfers t SET contradicted_at = e.at
	FROM billing.transfer_events e WHERE e.transfer_id = t.id AND e.what = 'contradicted';
