CREATE SCHEMA "execution";
--> statement-breakpoint
CREATE TABLE "execution"."assignments" (
	"order_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"worker_id" uuid NOT NULL,
	"worker_share" bigint NOT NULL,
	"worker_penalty" bigint NOT NULL,
	"check_in_from" timestamp with time zone NOT NULL,
	"no_show_at" timestamp with time zone NOT NULL,
	"give_up_free_until" timestamp with time zone NOT NULL,
	"overdue_alert_at" timestamp with time zone NOT NULL,
	"void" boolean DEFAULT false NOT NULL,
	"released_at" timestamp with time zone,
	"release_reason" text,
	"without_kit_reason" text,
	CONSTRAINT "assignments_order_id_number_pk" PRIMARY KEY("order_id","number"),
	CONSTRAINT "assignments_released" CHECK (("execution"."assignments"."released_at" is null) = ("execution"."assignments"."release_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "execution"."check_ins" (
	"order_id" uuid PRIMARY KEY NOT NULL,
	"assignment" integer NOT NULL,
	"worker_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"photo_id" uuid NOT NULL,
	"kit_issued" boolean NOT NULL,
	CONSTRAINT "check_ins_photo" UNIQUE("photo_id")
);
--> statement-breakpoint
CREATE TABLE "execution"."endings" (
	"order_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"outcome" text NOT NULL,
	"failure" text,
	"words" text NOT NULL,
	"decided_by" text NOT NULL,
	"actor" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"report_photo_id" uuid,
	"worker_id" uuid,
	"assignment" integer,
	CONSTRAINT "endings_order_id_number_pk" PRIMARY KEY("order_id","number"),
	CONSTRAINT "endings_report_photo" UNIQUE("report_photo_id"),
	CONSTRAINT "endings_number" CHECK ("execution"."endings"."number" > 0),
	CONSTRAINT "endings_failure" CHECK (("execution"."endings"."outcome" = 'failed') = ("execution"."endings"."failure" is not null)),
	CONSTRAINT "endings_somebody" CHECK (("execution"."endings"."worker_id" is null) = ("execution"."endings"."assignment" is null))
);
--> statement-breakpoint
CREATE TABLE "execution"."jobs" (
	"order_id" uuid PRIMARY KEY NOT NULL,
	"order_number" integer NOT NULL,
	"client_id" uuid NOT NULL,
	"service_type_id" uuid NOT NULL,
	"service_name" jsonb NOT NULL,
	"description" text NOT NULL,
	"place" jsonb NOT NULL,
	"contact" jsonb NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"duration_minutes" integer NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"assignment" integer,
	"worker_id" uuid,
	"ending" integer DEFAULT 0 NOT NULL,
	"overdue_at" timestamp with time zone,
	CONSTRAINT "jobs_order_number" UNIQUE("order_number"),
	CONSTRAINT "jobs_somebody" CHECK (("execution"."jobs"."worker_id" is null) = ("execution"."jobs"."assignment" is null)),
	CONSTRAINT "jobs_under_way" CHECK ("execution"."jobs"."state" not in ('scheduled', 'started') or "execution"."jobs"."worker_id" is not null),
	CONSTRAINT "jobs_waiting" CHECK ("execution"."jobs"."state" <> 'waiting' or "execution"."jobs"."worker_id" is null),
	CONSTRAINT "jobs_ended" CHECK (("execution"."jobs"."state" in ('completed', 'failed', 'cancelled')) = ("execution"."jobs"."ending" > 0))
);
--> statement-breakpoint
CREATE TABLE "execution"."kits" (
	"order_id" uuid NOT NULL,
	"assignment" integer NOT NULL,
	"issued" boolean NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "kits_order_id_assignment_pk" PRIMARY KEY("order_id","assignment")
);
--> statement-breakpoint
ALTER TABLE "execution"."assignments" ADD CONSTRAINT "assignments_job" FOREIGN KEY ("order_id") REFERENCES "execution"."jobs"("order_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "execution"."check_ins" ADD CONSTRAINT "check_ins_assignment" FOREIGN KEY ("order_id","assignment") REFERENCES "execution"."assignments"("order_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "execution"."endings" ADD CONSTRAINT "endings_order_id_jobs_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "execution"."jobs"("order_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "check_ins_assignment_index" ON "execution"."check_ins" USING btree ("order_id","assignment");--> statement-breakpoint
CREATE INDEX "jobs_worker_state_starts_at" ON "execution"."jobs" USING btree ("worker_id","state","starts_at","order_id");