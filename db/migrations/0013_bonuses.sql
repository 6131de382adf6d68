CREATE TABLE "billing"."approvals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"amount" bigint NOT NULL,
	"reason" text NOT NULL,
	"asked_by" jsonb NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"status" text NOT NULL,
	"decided_by" jsonb,
	"decided_at" timestamp with time zone,
	"words" text,
	CONSTRAINT "approvals_amount" CHECK ("billing"."approvals"."amount" > 0),
	CONSTRAINT "approvals_decision" CHECK (("billing"."approvals"."status" = 'waiting') = ("billing"."approvals"."decided_by" is null)
				and ("billing"."approvals"."decided_by" is null) = ("billing"."approvals"."decided_at" is null)),
	CONSTRAINT "approvals_two_people" CHECK ("billing"."approvals"."decided_by" ->> 'id' is distinct from "billing"."approvals"."asked_by" ->> 'id')
);
--> statement-breakpoint
CREATE TABLE "billing"."bonuses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"worker_id" uuid NOT NULL,
	"amount" bigint NOT NULL,
	"reason" text NOT NULL,
	"granted_by" jsonb NOT NULL,
	"approved_by" jsonb,
	"approval_id" uuid,
	"transaction_id" bigint NOT NULL,
	"granted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "bonuses_approval" UNIQUE("approval_id"),
	CONSTRAINT "bonuses_transaction" UNIQUE("transaction_id"),
	CONSTRAINT "bonuses_amount" CHECK ("billing"."bonuses"."amount" > 0),
	CONSTRAINT "bonuses_approved" CHECK (("billing"."bonuses"."approved_by" is null) = ("billing"."bonuses"."approval_id" is null))
);
--> statement-breakpoint
ALTER TABLE "billing"."bonuses" ADD CONSTRAINT "bonuses_approval_id_approvals_id_fk" FOREIGN KEY ("approval_id") REFERENCES "billing"."approvals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."bonuses" ADD CONSTRAINT "bonuses_transaction_id_ledger_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "billing"."ledger_transactions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "approvals_asked" ON "billing"."approvals" USING btree ("asked_at","id");--> statement-breakpoint
CREATE INDEX "approvals_waiting" ON "billing"."approvals" USING btree ("asked_at","id") WHERE "billing"."approvals"."status" = 'waiting';--> statement-breakpoint
CREATE INDEX "bonuses_worker" ON "billing"."bonuses" USING btree ("worker_id","granted_at");--> statement-breakpoint
CREATE INDEX "bonuses_granted" ON "billing"."bonuses" USING btree ("granted_at","id");