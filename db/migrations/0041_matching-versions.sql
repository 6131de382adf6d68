CREATE TABLE "matching"."activations" (
	"number" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "matching"."activations_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"version" integer NOT NULL,
	"replaced" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"author" jsonb NOT NULL,
	"reason" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "matching"."availabilities" (
	"sample" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"weekly_hours" jsonb,
	"days_off" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "matching"."trait_names" (
	"trait" text PRIMARY KEY NOT NULL,
	"name" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "matching"."demands" ADD COLUMN "number" integer;--> statement-breakpoint
ALTER TABLE "matching"."demands" ADD COLUMN "zone" uuid;--> statement-breakpoint
ALTER TABLE "matching"."match_records" ADD COLUMN "said" jsonb;--> statement-breakpoint
ALTER TABLE "matching"."past_results" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "matching"."pipelines" ADD COLUMN "note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "matching"."pipelines" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "matching"."pipelines" ADD COLUMN "changed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "matching"."pipelines" ADD COLUMN "ran_from" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "matching"."pipelines" ADD COLUMN "percent" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "matching"."activations" ADD CONSTRAINT "activations_version_pipelines_version_fk" FOREIGN KEY ("version") REFERENCES "matching"."pipelines"("version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matching"."activations" ADD CONSTRAINT "activations_replaced_pipelines_version_fk" FOREIGN KEY ("replaced") REFERENCES "matching"."pipelines"("version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activations_version" ON "matching"."activations" USING btree ("version");--> statement-breakpoint
CREATE INDEX "activations_replaced" ON "matching"."activations" USING btree ("replaced");--> statement-breakpoint
ALTER TABLE "matching"."pipelines" ADD CONSTRAINT "pipelines_percent" CHECK ("matching"."pipelines"."percent" between 0 and 50 and ("matching"."pipelines"."percent" = 0 or "matching"."pipelines"."status" = 'shadow'));