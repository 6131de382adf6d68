CREATE TABLE "billing"."disputes" (
	"id" text PRIMARY KEY NOT NULL,
	"payment_id" uuid NOT NULL,
	"stated_minor" bigint NOT NULL,
	"stated_currency" text NOT NULL,
	"reason" text NOT NULL,
	"status" text NOT NULL,
	"outcome" text NOT NULL,
	"heard_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"closed_by" jsonb,
	"closed_at" timestamp with time zone,
	"closing_words" text,
	CONSTRAINT "disputes_closed" CHECK (("billing"."disputes"."closed_at" is null) = ("billing"."disputes"."closed_by" is null) and ("billing"."disputes"."closed_at" is null) = ("billing"."disputes"."closing_words" is null))
);
--> statement-breakpoint
CREATE TABLE "billing"."refund_statements" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "billing"."refund_statements_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"refund_id" uuid NOT NULL,
	"state" text NOT NULL,
	"reference" text NOT NULL,
	"stated_minor" bigint NOT NULL,
	"stated_currency" text NOT NULL,
	"as_asked" boolean NOT NULL,
	"reason" text,
	"heard_by" text NOT NULL,
	"heard_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "refund_statements_said" UNIQUE("refund_id","state","reference","stated_minor","stated_currency","as_asked")
);
--> statement-breakpoint
CREATE TABLE "billing"."refunds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"credit_note_id" uuid NOT NULL,
	"payment_id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"amount" bigint NOT NULL,
	"settlement_minor" bigint,
	"settlement_currency" text,
	"state" text NOT NULL,
	"reference" text,
	"reason" text,
	"trouble" text,
	"begun_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	"transaction_id" bigint,
	CONSTRAINT "refunds_credit_note" UNIQUE("credit_note_id"),
	CONSTRAINT "refunds_transaction" UNIQUE("transaction_id"),
	CONSTRAINT "refunds_amount" CHECK ("billing"."refunds"."amount" > 0),
	CONSTRAINT "refunds_settlement" CHECK (("billing"."refunds"."kind" = 'stripe-card') = ("billing"."refunds"."settlement_minor" is not null)),
	CONSTRAINT "refunds_settlement_currency" CHECK (("billing"."refunds"."settlement_minor" is null) = ("billing"."refunds"."settlement_currency" is null)),
	CONSTRAINT "refunds_posted" CHECK (("billing"."refunds"."state" in ('succeeded', 'returned')) = ("billing"."refunds"."transaction_id" is not null)),
	CONSTRAINT "refunds_settled" CHECK (("billing"."refunds"."state" in ('succeeded', 'refused', 'returned')) = ("billing"."refunds"."settled_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "billing"."sandbox_refunds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"charge" uuid NOT NULL,
	"card" text NOT NULL,
	"amount" bigint NOT NULL,
	"state" text NOT NULL,
	"reason" text
);
--> statement-breakpoint
ALTER TABLE "billing"."disputes" ADD CONSTRAINT "disputes_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "billing"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."refund_statements" ADD CONSTRAINT "refund_statements_refund_id_refunds_id_fk" FOREIGN KEY ("refund_id") REFERENCES "billing"."refunds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."refunds" ADD CONSTRAINT "refunds_credit_note_id_credit_notes_id_fk" FOREIGN KEY ("credit_note_id") REFERENCES "billing"."credit_notes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."refunds" ADD CONSTRAINT "refunds_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "billing"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."refunds" ADD CONSTRAINT "refunds_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "billing"."invoices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."refunds" ADD CONSTRAINT "refunds_transaction_id_ledger_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "billing"."ledger_transactions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "disputes_payment" ON "billing"."disputes" USING btree ("payment_id");--> statement-breakpoint
CREATE INDEX "disputes_open" ON "billing"."disputes" USING btree ("heard_at") WHERE "billing"."disputes"."closed_at" is null and "billing"."disputes"."outcome" <> 'won';--> statement-breakpoint
CREATE UNIQUE INDEX "refunds_bank_reference" ON "billing"."refunds" USING btree (lower("reference")) WHERE "billing"."refunds"."kind" = 'bank-transfer';--> statement-breakpoint
CREATE INDEX "refunds_payment" ON "billing"."refunds" USING btree ("payment_id");--> statement-breakpoint
CREATE INDEX "refunds_invoice" ON "billing"."refunds" USING btree ("invoice_id");--> statement-breakpoint
CREATE INDEX "refunds_client" ON "billing"."refunds" USING btree ("client_id","begun_at");--> statement-breakpoint
CREATE INDEX "refunds_under_way" ON "billing"."refunds" USING btree ("begun_at") WHERE "billing"."refunds"."state" in ('intent', 'unknown', 'pending');