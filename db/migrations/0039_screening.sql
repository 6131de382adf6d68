CREATE TABLE "hiring"."experiment_arms" (
	"experiment_id" uuid NOT NULL,
	"arm" text NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"percent" integer NOT NULL,
	"rule_version" integer NOT NULL,
	"test_set_id" uuid,
	CONSTRAINT "experiment_arms_experiment_id_arm_pk" PRIMARY KEY("experiment_id","arm")
);
--> statement-breakpoint
CREATE TABLE "hiring"."experiment_members" (
	"experiment_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"arm" text NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "experiment_members_experiment_id_application_id_pk" PRIMARY KEY("experiment_id","application_id")
);
--> statement-breakpoint
CREATE TABLE "hiring"."experiments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"vacancy_id" uuid NOT NULL,
	"name" text NOT NULL,
	"question" text NOT NULL,
	"outcome" text NOT NULL,
	"worth" integer NOT NULL,
	"state" text DEFAULT 'running' NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"started_by" jsonb NOT NULL,
	"stopped_at" timestamp with time zone,
	"stopped_by" jsonb,
	"stop_reason" text,
	"rolled_out" text,
	CONSTRAINT "experiments_stopped" CHECK (case when "hiring"."experiments"."state" = 'stopped' then num_nulls("hiring"."experiments"."stopped_at", "hiring"."experiments"."stopped_by", "hiring"."experiments"."stop_reason") = 0 else num_nonnulls("hiring"."experiments"."stopped_at", "hiring"."experiments"."stopped_by", "hiring"."experiments"."stop_reason", "hiring"."experiments"."rolled_out") = 0 end)
);
--> statement-breakpoint
CREATE TABLE "hiring"."scorecards" (
	"application_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"vacancy_id" uuid NOT NULL,
	"sequence" bigint GENERATED ALWAYS AS IDENTITY (sequence name "hiring"."scorecards_sequence_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"basis" text NOT NULL,
	"scores" jsonb NOT NULL,
	"score" integer NOT NULL,
	"percentile" integer NOT NULL,
	"cohort_from" timestamp with time zone NOT NULL,
	"cohort_size" integer NOT NULL,
	"cohort_above" integer NOT NULL,
	"cohort_equal" integer NOT NULL,
	"rule_version" integer NOT NULL,
	"experiment_id" uuid,
	"arm" text,
	"proposal" text NOT NULL,
	"reasons" jsonb NOT NULL,
	"trial" boolean NOT NULL,
	"drawn_up_at" timestamp with time zone NOT NULL,
	CONSTRAINT "scorecards_application_id_number_pk" PRIMARY KEY("application_id","number"),
	CONSTRAINT "scorecards_basis" UNIQUE("application_id","basis"),
	CONSTRAINT "scorecards_scale" CHECK ("hiring"."scorecards"."score" between 0 and 10000 and "hiring"."scorecards"."percentile" between 0 and 10000),
	CONSTRAINT "scorecards_experiment_arm" CHECK (("hiring"."scorecards"."experiment_id" is null) = ("hiring"."scorecards"."arm" is null))
);
--> statement-breakpoint
CREATE TABLE "hiring"."screening_activations" (
	"vacancy_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"version" integer NOT NULL,
	"reason" text NOT NULL,
	"by" jsonb NOT NULL,
	"activated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "screening_activations_vacancy_id_number_pk" PRIMARY KEY("vacancy_id","number")
);
--> statement-breakpoint
CREATE TABLE "hiring"."screening_rules" (
	"vacancy_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"rule" jsonb NOT NULL,
	"based_on" integer NOT NULL,
	"author" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "screening_rules_vacancy_id_version_pk" PRIMARY KEY("vacancy_id","version")
);
--> statement-breakpoint
CREATE TABLE "hiring"."worker_endings" (
	"order_id" uuid NOT NULL,
	"ending" integer NOT NULL,
	"worker_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"no_show" boolean NOT NULL,
	"ended_at" timestamp with time zone NOT NULL,
	"heard_at" timestamp with time zone NOT NULL,
	CONSTRAINT "worker_endings_order_id_ending_pk" PRIMARY KEY("order_id","ending")
);
--> statement-breakpoint
CREATE TABLE "hiring"."worker_ratings" (
	"order_id" uuid PRIMARY KEY NOT NULL,
	"worker_id" uuid NOT NULL,
	"stars" smallint NOT NULL,
	"heard_at" timestamp with time zone NOT NULL,
	CONSTRAINT "worker_ratings_stars" CHECK ("hiring"."worker_ratings"."stars" between 1 and 5)
);
--> statement-breakpoint
ALTER TABLE "hiring"."experiment_arms" ADD CONSTRAINT "experiment_arms_experiment_id_experiments_id_fk" FOREIGN KEY ("experiment_id") REFERENCES "hiring"."experiments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."experiment_arms" ADD CONSTRAINT "experiment_arms_test_set_id_test_sets_id_fk" FOREIGN KEY ("test_set_id") REFERENCES "hiring"."test_sets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."experiment_members" ADD CONSTRAINT "experiment_members_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "hiring"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."experiment_members" ADD CONSTRAINT "experiment_members_experiment_id_arm_experiment_arms_experiment_id_arm_fk" FOREIGN KEY ("experiment_id","arm") REFERENCES "hiring"."experiment_arms"("experiment_id","arm") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."experiments" ADD CONSTRAINT "experiments_vacancy_id_vacancies_id_fk" FOREIGN KEY ("vacancy_id") REFERENCES "hiring"."vacancies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."scorecards" ADD CONSTRAINT "scorecards_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "hiring"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."scorecards" ADD CONSTRAINT "scorecards_vacancy_id_vacancies_id_fk" FOREIGN KEY ("vacancy_id") REFERENCES "hiring"."vacancies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."scorecards" ADD CONSTRAINT "scorecards_experiment_id_arm_experiment_arms_experiment_id_arm_fk" FOREIGN KEY ("experiment_id","arm") REFERENCES "hiring"."experiment_arms"("experiment_id","arm") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."screening_activations" ADD CONSTRAINT "screening_activations_vacancy_id_vacancies_id_fk" FOREIGN KEY ("vacancy_id") REFERENCES "hiring"."vacancies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."screening_rules" ADD CONSTRAINT "screening_rules_vacancy_id_vacancies_id_fk" FOREIGN KEY ("vacancy_id") REFERENCES "hiring"."vacancies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "experiment_arms_set" ON "hiring"."experiment_arms" USING btree ("test_set_id");--> statement-breakpoint
CREATE INDEX "experiment_members_application" ON "hiring"."experiment_members" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "experiment_members_arm" ON "hiring"."experiment_members" USING btree ("experiment_id","arm");--> statement-breakpoint
CREATE INDEX "experiments_vacancy" ON "hiring"."experiments" USING btree ("vacancy_id","started_at");--> statement-breakpoint
CREATE UNIQUE INDEX "experiments_one_running" ON "hiring"."experiments" USING btree ("vacancy_id") WHERE "hiring"."experiments"."state" = 'running';--> statement-breakpoint
CREATE INDEX "scorecards_cohort" ON "hiring"."scorecards" USING btree ("vacancy_id","drawn_up_at");--> statement-breakpoint
CREATE INDEX "scorecards_sequence" ON "hiring"."scorecards" USING btree ("vacancy_id","sequence");--> statement-breakpoint
CREATE INDEX "scorecards_experiment" ON "hiring"."scorecards" USING btree ("experiment_id","arm");--> statement-breakpoint
CREATE INDEX "worker_endings_worker" ON "hiring"."worker_endings" USING btree ("worker_id");--> statement-breakpoint
CREATE INDEX "worker_ratings_worker" ON "hiring"."worker_ratings" USING btree ("worker_id");