ALTER TABLE "platform"."policy_versions" ADD COLUMN "reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "platform"."policy_versions" ADD COLUMN "withdrawn_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "platform"."policy_versions" ADD COLUMN "withdrawn_by" jsonb;--> statement-breakpoint
ALTER TABLE "platform"."policy_versions" ADD CONSTRAINT "policy_versions_withdrawal" CHECK (("platform"."policy_versions"."withdrawn_at" is null) = ("platform"."policy_versions"."withdrawn_by" is null));