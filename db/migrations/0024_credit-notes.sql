CREATE TABLE "billing"."credit_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"ending" integer NOT NULL,
	"client_id" uuid NOT NULL,
	"amount" bigint NOT NULL,
	"reason" text NOT NULL,
	"invoice_id" uuid,
	"granted_by" jsonb NOT NULL,
	"approved_by" jsonb,
	"approval_id" uuid,
	"transaction_id" bigint NOT NULL,
	"granted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "credit_notes_approval" UNIQUE("approval_id"),
	CONSTRAINT "credit_notes_transaction" UNIQUE("transaction_id"),
	CONSTRAINT "credit_notes_charge" UNIQUE("order_id","ending"),
	CONSTRAINT "credit_notes_amount" CHECK ("billing"."credit_notes"."amount" > 0),
	CONSTRAINT "credit_notes_approved" CHECK (("billing"."credit_notes"."approved_by" is null) = ("billing"."credit_notes"."approval_id" is null))
);
--> statement-breakpoint
ALTER TABLE "billing"."invoice_lines" DROP CONSTRAINT "invoice_lines_amount";--> statement-breakpoint
ALTER TABLE "billing"."unbilled_items" DROP CONSTRAINT "unbilled_items_amount";--> statement-breakpoint
ALTER TABLE "billing"."invoices" ADD COLUMN "credited" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "billing"."credit_notes" ADD CONSTRAINT "credit_notes_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "billing"."invoices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."credit_notes" ADD CONSTRAINT "credit_notes_approval_id_approvals_id_fk" FOREIGN KEY ("approval_id") REFERENCES "billing"."approvals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."credit_notes" ADD CONSTRAINT "credit_notes_transaction_id_ledger_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "billing"."ledger_transactions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."credit_notes" ADD CONSTRAINT "credit_notes_order_id_ending_charges_order_id_ending_fk" FOREIGN KEY ("order_id","ending") REFERENCES "billing"."charges"("order_id","ending") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "credit_notes_client" ON "billing"."credit_notes" USING btree ("client_id","granted_at");--> statement-breakpoint
CREATE INDEX "credit_notes_invoice" ON "billing"."credit_notes" USING btree ("invoice_id");--> statement-breakpoint
ALTER TABLE "billing"."invoice_lines" ADD CONSTRAINT "invoice_lines_amount" CHECK (("billing"."invoice_lines"."kind" in ('charge', 'credit-reversal')) = ("billing"."invoice_lines"."amount" > 0) and "billing"."invoice_lines"."amount" <> 0);--> statement-breakpoint
ALTER TABLE "billing"."invoices" ADD CONSTRAINT "invoices_credited" CHECK ("billing"."invoices"."credited" between 0 and "billing"."invoices"."total");--> statement-breakpoint
ALTER TABLE "billing"."unbilled_items" ADD CONSTRAINT "unbilled_items_amount" CHECK (("billing"."unbilled_items"."kind" in ('charge', 'credit-reversal')) = ("billing"."unbilled_items"."amount" > 0) and "billing"."unbilled_items"."amount" <> 0);