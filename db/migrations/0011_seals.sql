CREATE TABLE "billing"."closed_days" (
	"day" date PRIMARY KEY NOT NULL,
	"closed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "billing"."sealed_transactions" (
	"transaction_id" bigint PRIMARY KEY NOT NULL,
	"day" date NOT NULL,
	"digest" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "billing"."seals" (
	"day" date PRIMARY KEY NOT NULL,
	"previous" "bytea",
	"hash" "bytea" NOT NULL,
	"transaction_count" integer NOT NULL,
	"sealed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "seals_hash" CHECK (length("billing"."seals"."hash") = 32)
);
--> statement-breakpoint
ALTER TABLE "billing"."sealed_transactions" ADD CONSTRAINT "sealed_transactions_day_seals_day_fk" FOREIGN KEY ("day") REFERENCES "billing"."seals"("day") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."seals" ADD CONSTRAINT "seals_day_closed_days_day_fk" FOREIGN KEY ("day") REFERENCES "billing"."closed_days"("day") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sealed_transactions_day" ON "billing"."sealed_transactions" USING btree ("day","transaction_id");