CREATE TABLE "billing"."months" (
	"day" date PRIMARY KEY NOT NULL,
	"cutoff_at" timestamp with time zone NOT NULL,
	"money_policy_version" integer NOT NULL,
	"reached" uuid,
	"opened_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "billing"."payout_lines" (
	"payout_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"transaction_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "payout_lines_payout_id_position_pk" PRIMARY KEY("payout_id","position"),
	CONSTRAINT "payout_lines_transaction" UNIQUE("transaction_id"),
	CONSTRAINT "payout_lines_amount" CHECK ("billing"."payout_lines"."amount" <> 0)
);
--> statement-breakpoint
CREATE TABLE "billing"."payout_numbers" (
	"year" smallint PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "billing"."payouts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"year" smallint NOT NULL,
	"sequence" integer NOT NULL,
	"month" date NOT NULL,
	"worker_id" uuid NOT NULL,
	"carried_in" bigint NOT NULL,
	"total" bigint NOT NULL,
	"line_count" integer NOT NULL,
	"amount" bigint NOT NULL,
	"carried_out" bigint NOT NULL,
	"money_policy_version" integer NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"status" text NOT NULL,
	CONSTRAINT "payouts_number" UNIQUE("year","sequence"),
	CONSTRAINT "payouts_worker_month" UNIQUE("worker_id","month"),
	CONSTRAINT "payouts_carried_in" CHECK ("billing"."payouts"."carried_in" <= 0),
	CONSTRAINT "payouts_amount" CHECK ("billing"."payouts"."amount" = greatest("billing"."payouts"."carried_in" + "billing"."payouts"."total", 0)),
	CONSTRAINT "payouts_carried_out" CHECK ("billing"."payouts"."carried_out" = least("billing"."payouts"."carried_in" + "billing"."payouts"."total", 0)),
	CONSTRAINT "payouts_nothing_to_pay" CHECK (("billing"."payouts"."amount" = 0) = ("billing"."payouts"."status" = 'closed'))
);
--> statement-breakpoint
CREATE TABLE "billing"."unsettled_items" (
	"transaction_id" bigint PRIMARY KEY NOT NULL,
	"worker_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"amount" bigint NOT NULL,
	"posted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "unsettled_items_amount" CHECK ("billing"."unsettled_items"."amount" <> 0)
);
--> statement-breakpoint
ALTER TABLE "billing"."payout_lines" ADD CONSTRAINT "payout_lines_payout_id_payouts_id_fk" FOREIGN KEY ("payout_id") REFERENCES "billing"."payouts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."payout_lines" ADD CONSTRAINT "payout_lines_transaction_id_ledger_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "billing"."ledger_transactions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."payouts" ADD CONSTRAINT "payouts_month_months_day_fk" FOREIGN KEY ("month") REFERENCES "billing"."months"("day") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."unsettled_items" ADD CONSTRAINT "unsettled_items_transaction_id_ledger_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "billing"."ledger_transactions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "payouts_month" ON "billing"."payouts" USING btree ("month");--> statement-breakpoint
CREATE INDEX "unsettled_items_worker" ON "billing"."unsettled_items" USING btree ("worker_id","posted_at");