CREATE TABLE "hiring"."answers" (
	"attempt_id" uuid NOT NULL,
	"question" text NOT NULL,
	"value" jsonb NOT NULL,
	"sequence" bigint NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "answers_attempt_id_question_pk" PRIMARY KEY("attempt_id","question")
);
--> statement-breakpoint
CREATE TABLE "hiring"."assessments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"set_id" uuid,
	"link_version" integer DEFAULT 1 NOT NULL,
	"revoked_at" timestamp with time zone,
	"extra_percent" integer DEFAULT 0 NOT NULL,
	"assigned_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	"graded_at" timestamp with time zone,
	CONSTRAINT "assessments_application" UNIQUE("application_id"),
	CONSTRAINT "assessments_extra" CHECK ("hiring"."assessments"."extra_percent" between 0 and 300)
);
--> statement-breakpoint
CREATE TABLE "hiring"."attempt_notes" (
	"attempt_id" uuid NOT NULL,
	"key" uuid NOT NULL,
	"kind" text NOT NULL,
	"question" text,
	"size" integer NOT NULL,
	"noted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "attempt_notes_attempt_id_key_pk" PRIMARY KEY("attempt_id","key")
);
--> statement-breakpoint
CREATE TABLE "hiring"."attempt_results" (
	"attempt_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"application_id" uuid NOT NULL,
	"test_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"points" numeric(9, 2) NOT NULL,
	"max_points" numeric(9, 2) NOT NULL,
	"traits" jsonb NOT NULL,
	"graded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "attempt_results_attempt_id_number_pk" PRIMARY KEY("attempt_id","number"),
	CONSTRAINT "attempt_results_points" CHECK ("hiring"."attempt_results"."points" between 0 and "hiring"."attempt_results"."max_points")
);
--> statement-breakpoint
CREATE TABLE "hiring"."attempt_sections" (
	"attempt_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"deadline" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "attempt_sections_attempt_id_position_pk" PRIMARY KEY("attempt_id","position")
);
--> statement-breakpoint
CREATE TABLE "hiring"."attempts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assessment_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"test_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"position" integer NOT NULL,
	"state" text DEFAULT 'assigned' NOT NULL,
	"seed" text NOT NULL,
	"started_at" timestamp with time zone,
	"deadline" timestamp with time zone,
	"section" integer DEFAULT 0 NOT NULL,
	"submitted_at" timestamp with time zone,
	"closed_by" text,
	"graded_at" timestamp with time zone,
	CONSTRAINT "attempts_test" UNIQUE("assessment_id","test_id"),
	CONSTRAINT "attempts_started" CHECK (("hiring"."attempts"."started_at" is null) = ("hiring"."attempts"."deadline" is null)),
	CONSTRAINT "attempts_running" CHECK ("hiring"."attempts"."state" <> 'running' or "hiring"."attempts"."started_at" is not null),
	CONSTRAINT "attempts_closed" CHECK (("hiring"."attempts"."submitted_at" is null) = ("hiring"."attempts"."closed_by" is null)),
	CONSTRAINT "attempts_submitted" CHECK (("hiring"."attempts"."state" in ('assigned', 'running')) = ("hiring"."attempts"."submitted_at" is null)),
	CONSTRAINT "attempts_graded" CHECK (("hiring"."attempts"."state" = 'graded') = ("hiring"."attempts"."graded_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "hiring"."grades" (
	"attempt_id" uuid NOT NULL,
	"question" text NOT NULL,
	"grader" uuid NOT NULL,
	"number" integer NOT NULL,
	"grader_name" text NOT NULL,
	"points" numeric(9, 2) NOT NULL,
	"criteria" jsonb NOT NULL,
	"note" text NOT NULL,
	"graded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "grades_attempt_id_question_grader_number_pk" PRIMARY KEY("attempt_id","question","grader","number")
);
--> statement-breakpoint
CREATE TABLE "hiring"."test_set_tests" (
	"set_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"test_id" uuid NOT NULL,
	CONSTRAINT "test_set_tests_set_id_position_pk" PRIMARY KEY("set_id","position"),
	CONSTRAINT "test_set_tests_once" UNIQUE("set_id","test_id")
);
--> statement-breakpoint
CREATE TABLE "hiring"."test_sets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"vacancy_id" uuid NOT NULL,
	"name" jsonb NOT NULL,
	"usual" boolean NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hiring"."test_versions" (
	"test_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"published_by" jsonb NOT NULL,
	CONSTRAINT "test_versions_test_id_version_pk" PRIMARY KEY("test_id","version")
);
--> statement-breakpoint
CREATE TABLE "hiring"."tests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" jsonb NOT NULL,
	"draft" jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"version" integer,
	"active" boolean DEFAULT true NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "hiring"."answers" ADD CONSTRAINT "answers_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "hiring"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."assessments" ADD CONSTRAINT "assessments_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "hiring"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."assessments" ADD CONSTRAINT "assessments_set_id_test_sets_id_fk" FOREIGN KEY ("set_id") REFERENCES "hiring"."test_sets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."attempt_notes" ADD CONSTRAINT "attempt_notes_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "hiring"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."attempt_results" ADD CONSTRAINT "attempt_results_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "hiring"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."attempt_results" ADD CONSTRAINT "attempt_results_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "hiring"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."attempt_sections" ADD CONSTRAINT "attempt_sections_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "hiring"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."attempts" ADD CONSTRAINT "attempts_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "hiring"."assessments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."attempts" ADD CONSTRAINT "attempts_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "hiring"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."grades" ADD CONSTRAINT "grades_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "hiring"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."test_set_tests" ADD CONSTRAINT "test_set_tests_set_id_test_sets_id_fk" FOREIGN KEY ("set_id") REFERENCES "hiring"."test_sets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."test_set_tests" ADD CONSTRAINT "test_set_tests_test_id_tests_id_fk" FOREIGN KEY ("test_id") REFERENCES "hiring"."tests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."test_sets" ADD CONSTRAINT "test_sets_vacancy_id_vacancies_id_fk" FOREIGN KEY ("vacancy_id") REFERENCES "hiring"."vacancies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."test_versions" ADD CONSTRAINT "test_versions_test_id_tests_id_fk" FOREIGN KEY ("test_id") REFERENCES "hiring"."tests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assessments_set" ON "hiring"."assessments" USING btree ("set_id");--> statement-breakpoint
CREATE INDEX "attempt_results_application" ON "hiring"."attempt_results" USING btree ("application_id","graded_at");--> statement-breakpoint
CREATE INDEX "attempts_application" ON "hiring"."attempts" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "attempts_version" ON "hiring"."attempts" USING btree ("test_id","version");--> statement-breakpoint
CREATE INDEX "attempts_to_grade" ON "hiring"."attempts" USING btree ("submitted_at","id") WHERE "hiring"."attempts"."state" = 'submitted';--> statement-breakpoint
CREATE INDEX "grades_grader" ON "hiring"."grades" USING btree ("grader","graded_at");--> statement-breakpoint
CREATE INDEX "test_set_tests_test" ON "hiring"."test_set_tests" USING btree ("test_id");--> statement-breakpoint
CREATE INDEX "test_sets_vacancy" ON "hiring"."test_sets" USING btree ("vacancy_id");--> statement-breakpoint
CREATE UNIQUE INDEX "test_sets_one_usual" ON "hiring"."test_sets" USING btree ("vacancy_id") WHERE "hiring"."test_sets"."usual" and "hiring"."test_sets"."active";--> statement-breakpoint
CREATE INDEX "tests_changed" ON "hiring"."tests" USING btree ("changed_at","id");