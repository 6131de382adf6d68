CREATE TABLE "billing"."payment_methods" (
	"id" uuid PRIMARY KEY NOT NULL,
	"client_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"token" text,
	"customer" text,
	"label" text NOT NULL,
	"chosen_at" timestamp with time zone NOT NULL,
	"replaced_at" timestamp with time zone,
	CONSTRAINT "payment_methods_token" CHECK (("billing"."payment_methods"."kind" = 'bank-transfer') = ("billing"."payment_methods"."token" is null))
);
--> statement-breakpoint
CREATE TABLE "billing"."payments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"invoice_id" uuid NOT NULL,
	"attempt" integer NOT NULL,
	"client_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"method_id" uuid,
	"amount" bigint NOT NULL,
	"asked" text NOT NULL,
	"state" text NOT NULL,
	"reference" text,
	"reason" text,
	"trouble" text,
	"begun_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	"transaction_id" bigint,
	CONSTRAINT "payments_transaction" UNIQUE("transaction_id"),
	CONSTRAINT "payments_attempt" UNIQUE("invoice_id","attempt"),
	CONSTRAINT "payments_amount" CHECK ("billing"."payments"."amount" > 0),
	CONSTRAINT "payments_posted" CHECK (("billing"."payments"."state" = 'succeeded') = ("billing"."payments"."transaction_id" is not null)),
	CONSTRAINT "payments_settled" CHECK (("billing"."payments"."state" in ('succeeded', 'refused')) = ("billing"."payments"."settled_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "billing"."provider_statements" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "billing"."provider_statements_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"payment_id" uuid NOT NULL,
	"state" text NOT NULL,
	"reference" text NOT NULL,
	"stated_minor" bigint NOT NULL,
	"stated_currency" text NOT NULL,
	"as_asked" boolean NOT NULL,
	"reason" text,
	"heard_by" text NOT NULL,
	"heard_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "provider_statements_said" UNIQUE("payment_id","state","reference","stated_minor")
);
--> statement-breakpoint
CREATE TABLE "billing"."sandbox_charges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"card" text NOT NULL,
	"amount" bigint NOT NULL,
	"state" text NOT NULL,
	"reason" text
);
--> statement-breakpoint
ALTER TABLE "billing"."invoices" ADD COLUMN "collected_by" text;--> statement-breakpoint
ALTER TABLE "billing"."invoices" ADD COLUMN "first_refused_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "billing"."invoices" ADD COLUMN "retries_left" integer;--> statement-breakpoint
ALTER TABLE "billing"."invoices" ADD COLUMN "overdue_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "billing"."invoices" ADD COLUMN "paid_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "billing"."payments" ADD CONSTRAINT "payments_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "billing"."invoices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."payments" ADD CONSTRAINT "payments_method_id_payment_methods_id_fk" FOREIGN KEY ("method_id") REFERENCES "billing"."payment_methods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."payments" ADD CONSTRAINT "payments_transaction_id_ledger_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "billing"."ledger_transactions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."provider_statements" ADD CONSTRAINT "provider_statements_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "billing"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "payment_methods_in_force" ON "billing"."payment_methods" USING btree ("client_id") WHERE "billing"."payment_methods"."replaced_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "payments_one_under_way" ON "billing"."payments" USING btree ("invoice_id") WHERE "billing"."payments"."state" in ('intent', 'unknown', 'pending');--> statement-breakpoint
CREATE UNIQUE INDEX "payments_one_succeeded" ON "billing"."payments" USING btree ("invoice_id") WHERE "billing"."payments"."state" = 'succeeded';--> statement-breakpoint
CREATE INDEX "payments_method" ON "billing"."payments" USING btree ("method_id");--> statement-breakpoint
CREATE INDEX "payments_client" ON "billing"."payments" USING btree ("client_id","begun_at");--> statement-breakpoint
CREATE INDEX "invoices_overdue" ON "billing"."invoices" USING btree ("client_id") WHERE "billing"."invoices"."overdue_at" is not null and "billing"."invoices"."status" <> 'paid';