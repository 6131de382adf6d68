CREATE SCHEMA "matching";
--> statement-breakpoint
CREATE TABLE "matching"."demands" (
	"order_id" uuid PRIMARY KEY NOT NULL,
	"reference" uuid,
	"type" uuid,
	"starts_at" timestamp with time zone,
	"ends_at" timestamp with time zone,
	"during" "tstzrange" GENERATED ALWAYS AS (tstzrange(starts_at, ends_at)) STORED,
	"state" text NOT NULL,
	"waiting_reason" text,
	"excluded" uuid[] DEFAULT '{}' NOT NULL,
	"match" integer DEFAULT 0 NOT NULL,
	"given_back" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "demands_whole" CHECK ("matching"."demands"."state" = 'ended' or num_nulls("matching"."demands"."reference", "matching"."demands"."type", "matching"."demands"."starts_at", "matching"."demands"."ends_at") = 0),
	CONSTRAINT "demands_waiting" CHECK (("matching"."demands"."state" = 'waiting') = ("matching"."demands"."waiting_reason" is not null))
);
--> statement-breakpoint
CREATE TABLE "matching"."match_records" (
	"order_id" uuid NOT NULL,
	"match" integer NOT NULL,
	"pipeline_version" integer NOT NULL,
	"requirement_version" integer NOT NULL,
	"seed" text NOT NULL,
	"outcome" text NOT NULL,
	"waiting_reason" text,
	"chosen" uuid,
	"score" double precision,
	"funnel" jsonb NOT NULL,
	"candidates" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "match_records_order_id_match_pk" PRIMARY KEY("order_id","match"),
	CONSTRAINT "match_records_outcome" CHECK (case when "matching"."match_records"."outcome" = 'matched' then num_nulls("matching"."match_records"."chosen", "matching"."match_records"."score") = 0 and "matching"."match_records"."waiting_reason" is null else num_nonnulls("matching"."match_records"."chosen", "matching"."match_records"."score") = 0 and "matching"."match_records"."waiting_reason" is not null end)
);
--> statement-breakpoint
CREATE TABLE "matching"."normal_samples" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"levels" jsonb NOT NULL,
	"active" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "matching"."past_ratings" (
	"order_id" uuid PRIMARY KEY NOT NULL,
	"sample" uuid NOT NULL,
	"stars" smallint NOT NULL,
	CONSTRAINT "past_ratings_stars" CHECK ("matching"."past_ratings"."stars" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "matching"."past_results" (
	"order_id" uuid NOT NULL,
	"ending" integer NOT NULL,
	"sample" uuid NOT NULL,
	"outcome" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "past_results_order_id_ending_pk" PRIMARY KEY("order_id","ending")
);
--> statement-breakpoint
CREATE TABLE "matching"."pipelines" (
	"version" integer PRIMARY KEY NOT NULL,
	"status" text NOT NULL,
	"steps" jsonb NOT NULL,
	"author" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "matching"."requirements" (
	"type" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"wanted" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "matching"."reservations" (
	"order_id" uuid NOT NULL,
	"match" integer NOT NULL,
	"sample" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"during" "tstzrange" GENERATED ALWAYS AS (tstzrange(starts_at, ends_at)) STORED,
	"status" text DEFAULT 'held' NOT NULL,
	"held_at" timestamp with time zone NOT NULL,
	"released_at" timestamp with time zone,
	"released_by" text,
	CONSTRAINT "reservations_order_id_match_pk" PRIMARY KEY("order_id","match"),
	CONSTRAINT "reservations_released" CHECK (case when "matching"."reservations"."status" = 'held' then num_nonnulls("matching"."reservations"."released_at", "matching"."reservations"."released_by") = 0 else num_nulls("matching"."reservations"."released_at", "matching"."reservations"."released_by") = 0 end)
);
--> statement-breakpoint
ALTER TABLE "ordering"."workers" ALTER COLUMN "strengths" SET DATA TYPE jsonb USING to_jsonb("strengths");--> statement-breakpoint
ALTER TABLE "matching"."match_records" ADD CONSTRAINT "match_records_order_id_demands_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "matching"."demands"("order_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matching"."match_records" ADD CONSTRAINT "match_records_pipeline_version_pipelines_version_fk" FOREIGN KEY ("pipeline_version") REFERENCES "matching"."pipelines"("version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matching"."past_results" ADD CONSTRAINT "past_results_order_id_demands_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "matching"."demands"("order_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matching"."reservations" ADD CONSTRAINT "reservations_order_id_demands_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "matching"."demands"("order_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matching"."reservations" ADD CONSTRAINT "reservations_sample_normal_samples_id_fk" FOREIGN KEY ("sample") REFERENCES "matching"."normal_samples"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "demands_looking" ON "matching"."demands" USING btree ("starts_at","order_id") WHERE "matching"."demands"."state" in ('open', 'waiting');--> statement-breakpoint
CREATE INDEX "match_records_pipeline" ON "matching"."match_records" USING btree ("pipeline_version");--> statement-breakpoint
CREATE INDEX "past_ratings_sample" ON "matching"."past_ratings" USING btree ("sample");--> statement-breakpoint
CREATE INDEX "past_results_sample" ON "matching"."past_results" USING btree ("sample");--> statement-breakpoint
CREATE UNIQUE INDEX "pipelines_one_active" ON "matching"."pipelines" USING btree ("status") WHERE "matching"."pipelines"."status" = 'active';--> statement-breakpoint
CREATE UNIQUE INDEX "reservations_one_held" ON "matching"."reservations" USING btree ("order_id") WHERE "matching"."reservations"."status" = 'held';--> statement-breakpoint
CREATE INDEX "reservations_sample_start" ON "matching"."reservations" USING btree ("sample","starts_at");--> statement-breakpoint
CREATE INDEX "reservations_start" ON "matching"."reservations" USING btree ("starts_at");