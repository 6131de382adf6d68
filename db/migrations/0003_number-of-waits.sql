ALTER TABLE "matching"."demands" ADD COLUMN "waits" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "ordering"."orders" ADD COLUMN "waiting_number" integer DEFAULT 0 NOT NULL;