CREATE TABLE "billing"."payout_accounts" (
	"worker_id" uuid PRIMARY KEY NOT NULL,
	"account" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "billing"."sandbox_transfers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"fingerprint" text NOT NULL,
	"status" text NOT NULL,
	"reason" text,
	"taken_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "billing"."transfer_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "billing"."transfer_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"transfer_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"what" text NOT NULL,
	"note" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "billing"."transfers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"payout_id" uuid NOT NULL,
	"attempt" smallint NOT NULL,
	"account" text NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"requested_by" jsonb NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"status" text NOT NULL,
	"reason" text,
	"decided_at" timestamp with time zone,
	CONSTRAINT "transfers_attempt" UNIQUE("payout_id","attempt"),
	CONSTRAINT "transfers_amount" CHECK ("billing"."transfers"."amount" > 0),
	CONSTRAINT "transfers_reason" CHECK (("billing"."transfers"."status" = 'rejected') = ("billing"."transfers"."reason" is not null)),
	CONSTRAINT "transfers_decided" CHECK (("billing"."transfers"."status" in ('completed', 'rejected')) = ("billing"."transfers"."decided_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "billing"."transfer_events" ADD CONSTRAINT "transfer_events_transfer_id_transfers_id_fk" FOREIGN KEY ("transfer_id") REFERENCES "billing"."transfers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."transfers" ADD CONSTRAINT "transfers_payout_id_payouts_id_fk" FOREIGN KEY ("payout_id") REFERENCES "billing"."payouts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "transfer_events_transfer" ON "billing"."transfer_events" USING btree ("transfer_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "transfers_one_not_rejected" ON "billing"."transfers" USING btree ("payout_id") WHERE "billing"."transfers"."status" <> 'rejected';