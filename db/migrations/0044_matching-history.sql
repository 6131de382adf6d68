CREATE SEQUENCE "matching"."moments" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "matching"."availability_versions" (
	"sample" uuid NOT NULL,
	"version" integer NOT NULL,
	"weekly_hours" jsonb,
	"days_off" jsonb NOT NULL,
	"moment" bigint DEFAULT nextval('matching.moments') NOT NULL,
	CONSTRAINT "availability_versions_sample_version_moment_pk" PRIMARY KEY("sample","version","moment")
);
--> statement-breakpoint
CREATE TABLE "matching"."changes" (
	"sample" uuid NOT NULL,
	"transaction" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "changes_transaction_sample_pk" PRIMARY KEY("transaction","sample")
);
--> statement-breakpoint
CREATE TABLE "matching"."requirement_versions" (
	"type" uuid NOT NULL,
	"version" integer NOT NULL,
	"wanted" jsonb NOT NULL,
	CONSTRAINT "requirement_versions_type_version_pk" PRIMARY KEY("type","version")
);
--> statement-breakpoint
CREATE TABLE "matching"."sample_versions" (
	"sample" uuid NOT NULL,
	"version" integer NOT NULL,
	"levels" jsonb NOT NULL,
	"active" boolean NOT NULL,
	"moment" bigint DEFAULT nextval('matching.moments') NOT NULL,
	CONSTRAINT "sample_versions_sample_version_moment_pk" PRIMARY KEY("sample","version","moment")
);
--> statement-breakpoint
CREATE TABLE "matching"."shadow_results" (
	"order_id" uuid NOT NULL,
	"match" integer NOT NULL,
	"pipeline_version" integer NOT NULL,
	"decided_by" integer NOT NULL,
	"chosen" uuid,
	"decided" uuid,
	"place_of_decided" integer,
	"place_of_chosen" integer,
	"trouble" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "shadow_results_order_id_match_pipeline_version_pk" PRIMARY KEY("order_id","match","pipeline_version")
);
--> statement-breakpoint
ALTER TABLE "matching"."match_records" ADD COLUMN "excluded" uuid[];--> statement-breakpoint
ALTER TABLE "matching"."match_records" ADD COLUMN "moment" bigint;--> statement-breakpoint
ALTER TABLE "matching"."match_records" ADD COLUMN "pinned" jsonb;--> statement-breakpoint
ALTER TABLE "matching"."past_ratings" ADD COLUMN "moment" bigint DEFAULT nextval('matching.moments') NOT NULL;--> statement-breakpoint
ALTER TABLE "matching"."past_results" ADD COLUMN "moment" bigint DEFAULT nextval('matching.moments') NOT NULL;--> statement-breakpoint
ALTER TABLE "matching"."reservations" ADD COLUMN "moment" bigint DEFAULT nextval('matching.moments') NOT NULL;--> statement-breakpoint
ALTER TABLE "matching"."reservations" ADD COLUMN "released_moment" bigint;--> statement-breakpoint
ALTER TABLE "matching"."shadow_results" ADD CONSTRAINT "shadow_results_order_id_demands_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "matching"."demands"("order_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matching"."shadow_results" ADD CONSTRAINT "shadow_results_pipeline_version_pipelines_version_fk" FOREIGN KEY ("pipeline_version") REFERENCES "matching"."pipelines"("version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "availability_versions_moment" ON "matching"."availability_versions" USING btree ("moment");--> statement-breakpoint
CREATE INDEX "changes_at" ON "matching"."changes" USING btree ("at");--> statement-breakpoint
CREATE INDEX "sample_versions_moment" ON "matching"."sample_versions" USING btree ("moment");--> statement-breakpoint
CREATE INDEX "shadow_results_pipeline" ON "matching"."shadow_results" USING btree ("pipeline_version","at");--> statement-breakpoint
CREATE INDEX "match_records_at" ON "matching"."match_records" USING btree ("at");