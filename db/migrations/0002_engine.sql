CREATE SCHEMA "engine";
--> statement-breakpoint
CREATE SEQUENCE "engine"."instance_numbers" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1 CYCLE;--> statement-breakpoint
CREATE TABLE "engine"."crons" (
	"function_id" text NOT NULL,
	"expression" text NOT NULL,
	"next_at" timestamp with time zone NOT NULL,
	CONSTRAINT "crons_function_id_expression_pk" PRIMARY KEY("function_id","expression")
);
--> statement-breakpoint
CREATE TABLE "engine"."runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"function_id" text NOT NULL,
	"key" text NOT NULL,
	"event_id" text NOT NULL,
	"event" jsonb NOT NULL,
	"status" text DEFAULT 'running' NOT NULL,
	"parallel" boolean DEFAULT false NOT NULL,
	"concurrency_key" text,
	"concurrency_limit" integer,
	"parent_run_id" uuid,
	"parent_step_id" text,
	"output" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "runs_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "engine"."steps" (
	"run_id" uuid NOT NULL,
	"step_id" text NOT NULL,
	"position" bigint GENERATED ALWAYS AS IDENTITY (sequence name "engine"."steps_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"result" jsonb NOT NULL,
	"ended_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "steps_run_id_step_id_pk" PRIMARY KEY("run_id","step_id")
);
--> statement-breakpoint
CREATE TABLE "engine"."tasks" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "engine"."tasks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"run_id" uuid NOT NULL,
	"function_id" text NOT NULL,
	"step" text NOT NULL,
	"attempt" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"leased_by" integer,
	"repeat" boolean DEFAULT false NOT NULL,
	"concurrency_key" text,
	"concurrency_limit" integer,
	"last_error" text,
	CONSTRAINT "tasks_run_step" UNIQUE("run_id","step")
);
--> statement-breakpoint
CREATE TABLE "engine"."waits" (
	"run_id" uuid NOT NULL,
	"step_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"event_name" text,
	"match" text DEFAULT '' NOT NULL,
	"expression" text,
	"until" timestamp with time zone,
	CONSTRAINT "waits_run_id_step_id_pk" PRIMARY KEY("run_id","step_id")
);
--> statement-breakpoint
ALTER TABLE "engine"."steps" ADD CONSTRAINT "steps_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "engine"."runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engine"."tasks" ADD CONSTRAINT "tasks_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "engine"."runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engine"."waits" ADD CONSTRAINT "waits_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "engine"."runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "crons_next" ON "engine"."crons" USING btree ("next_at");--> statement-breakpoint
CREATE INDEX "runs_event" ON "engine"."runs" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "runs_function_created" ON "engine"."runs" USING btree ("function_id","created_at");--> statement-breakpoint
CREATE INDEX "runs_status_created" ON "engine"."runs" USING btree ("status","created_at");--> statement-breakpoint
CREATE INDEX "tasks_due" ON "engine"."tasks" USING btree ("due_at","id");--> statement-breakpoint
CREATE INDEX "tasks_leased" ON "engine"."tasks" USING btree ("leased_by","concurrency_key") WHERE "engine"."tasks"."leased_by" is not null;--> statement-breakpoint
CREATE INDEX "waits_event" ON "engine"."waits" USING btree ("event_name","match") WHERE "engine"."waits"."event_name" is not null;--> statement-breakpoint
CREATE INDEX "waits_until" ON "engine"."waits" USING btree ("until") WHERE "engine"."waits"."until" is not null;