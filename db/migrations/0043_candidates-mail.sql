ALTER TABLE "notifications"."messages" DROP CONSTRAINT "messages_fact_recipient";--> statement-breakpoint
ALTER TABLE "notifications"."messages" ALTER COLUMN "account_id" DROP NOT NULL;--> statement-breakpoint
CREATE INDEX "messages_search_candidates" ON "notifications"."messages" USING gin (("recipient_name" || ' ' || "email") gin_trgm_ops) WHERE "notifications"."messages"."account_id" is null;--> statement-breakpoint
ALTER TABLE "notifications"."messages" ADD CONSTRAINT "messages_fact_recipient" UNIQUE NULLS NOT DISTINCT("fact","account_id","template");