CREATE TABLE "billing"."sandbox_disputes" (
	"id" text PRIMARY KEY NOT NULL,
	"charge" uuid NOT NULL,
	"amount" bigint NOT NULL,
	"outcome" text NOT NULL,
	CONSTRAINT "sandbox_disputes_charge" UNIQUE("charge")
);
--> statement-breakpoint
ALTER TABLE "billing"."payments" DROP CONSTRAINT "payments_posted";--> statement-breakpoint
ALTER TABLE "billing"."payments" DROP CONSTRAINT "payments_settled";--> statement-breakpoint
ALTER TABLE "billing"."invoice_lines" DROP CONSTRAINT "invoice_lines_amount";--> statement-breakpoint
ALTER TABLE "billing"."unbilled_items" DROP CONSTRAINT "unbilled_items_amount";--> statement-breakpoint
DROP INDEX "billing"."payments_one_succeeded";--> statement-breakpoint
DROP INDEX "billing"."transfer_events_contradicted";--> statement-breakpoint
ALTER TABLE "billing"."approvals" ADD COLUMN "became" text;--> statement-breakpoint
ALTER TABLE "billing"."approvals" ADD COLUMN "last_word" bigint;--> statement-breakpoint
ALTER TABLE "billing"."payments" ADD COLUMN "contradicted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "billing"."payments" ADD COLUMN "charged_back" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "billing"."invoices" ADD COLUMN "kept" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "billing"."disputes" ADD COLUMN "amount" bigint;--> statement-breakpoint
ALTER TABLE "billing"."disputes" ADD COLUMN "transaction_id" bigint;--> statement-breakpoint
ALTER TABLE "billing"."refunds" ADD COLUMN "contradicted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "billing"."transfers" ADD COLUMN "contradicted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "billing"."disputes" ADD CONSTRAINT "disputes_transaction_id_ledger_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "billing"."ledger_transactions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "approvals_one_ruling_waiting" ON "billing"."approvals" USING btree ("subject") WHERE "billing"."approvals"."kind" = 'ruling' and "billing"."approvals"."status" = 'waiting';--> statement-breakpoint
CREATE INDEX "approvals_rulings" ON "billing"."approvals" USING btree ("subject","last_word") WHERE "billing"."approvals"."kind" = 'ruling';--> statement-breakpoint
CREATE UNIQUE INDEX "payments_one_kept" ON "billing"."payments" USING btree ("invoice_id") WHERE "billing"."payments"."state" = 'succeeded' and "billing"."payments"."charged_back" = 0;--> statement-breakpoint
CREATE INDEX "payments_contradicted" ON "billing"."payments" USING btree ("contradicted_at") WHERE "billing"."payments"."contradicted_at" is not null;--> statement-breakpoint
CREATE INDEX "refunds_contradicted" ON "billing"."refunds" USING btree ("contradicted_at") WHERE "billing"."refunds"."contradicted_at" is not null;--> statement-breakpoint
CREATE INDEX "transfers_contradicted" ON "billing"."transfers" USING btree ("payout_id") WHERE "billing"."transfers"."contradicted_at" is not null;--> statement-breakpoint
ALTER TABLE "billing"."disputes" ADD CONSTRAINT "disputes_transaction" UNIQUE("transaction_id");--> statement-breakpoint
ALTER TABLE "billing"."approvals" ADD CONSTRAINT "approvals_ruling" CHECK (("billing"."approvals"."kind" = 'ruling') = ("billing"."approvals"."became" is not null) and ("billing"."approvals"."kind" = 'ruling') = ("billing"."approvals"."last_word" is not null));--> statement-breakpoint
ALTER TABLE "billing"."payments" ADD CONSTRAINT "payments_charged_back" CHECK ("billing"."payments"."charged_back" between 0 and "billing"."payments"."amount");--> statement-breakpoint
ALTER TABLE "billing"."payments" ADD CONSTRAINT "payments_posted" CHECK (("billing"."payments"."state" in ('succeeded', 'returned')) = ("billing"."payments"."transaction_id" is not null));--> statement-breakpoint
ALTER TABLE "billing"."payments" ADD CONSTRAINT "payments_settled" CHECK (("billing"."payments"."state" in ('succeeded', 'refused', 'returned')) = ("billing"."payments"."settled_at" is not null));--> statement-breakpoint
ALTER TABLE "billing"."invoice_lines" ADD CONSTRAINT "invoice_lines_amount" CHECK (("billing"."invoice_lines"."kind" in ('charge', 'credit-reversal', 'credit-withdrawn')) = ("billing"."invoice_lines"."amount" > 0) and "billing"."invoice_lines"."amount" <> 0);--> statement-breakpoint
ALTER TABLE "billing"."invoices" ADD CONSTRAINT "invoices_kept" CHECK ("billing"."invoices"."kept" >= 0 and "billing"."invoices"."credited" + "billing"."invoices"."kept" <= "billing"."invoices"."total");--> statement-breakpoint
ALTER TABLE "billing"."unbilled_items" ADD CONSTRAINT "unbilled_items_amount" CHECK (("billing"."unbilled_items"."kind" in ('charge', 'credit-reversal', 'credit-withdrawn')) = ("billing"."unbilled_items"."amount" > 0) and "billing"."unbilled_items"."amount" <> 0);--> statement-breakpoint
ALTER TABLE "billing"."disputes" ADD CONSTRAINT "disputes_posted" CHECK (("billing"."disputes"."amount" is null) = ("billing"."disputes"."transaction_id" is null) and "billing"."disputes"."amount" > 0);