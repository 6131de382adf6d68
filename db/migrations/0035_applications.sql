CREATE TABLE "hiring"."application_duplicates" (
	"application_id" uuid NOT NULL,
	"earlier_id" uuid NOT NULL,
	"reasons" text[] NOT NULL,
	"found_at" timestamp with time zone NOT NULL,
	CONSTRAINT "application_duplicates_application_id_earlier_id_pk" PRIMARY KEY("application_id","earlier_id")
);
--> statement-breakpoint
CREATE TABLE "hiring"."application_moves" (
	"application_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"from_state" text NOT NULL,
	"to_state" text NOT NULL,
	"moved_at" timestamp with time zone NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"by" jsonb NOT NULL,
	"reason" text,
	"words" text DEFAULT '' NOT NULL,
	CONSTRAINT "application_moves_application_id_number_pk" PRIMARY KEY("application_id","number")
);
--> statement-breakpoint
CREATE TABLE "hiring"."applications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"vacancy_id" uuid NOT NULL,
	"state" text DEFAULT 'applied' NOT NULL,
	"state_since" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"phone" text NOT NULL,
	"locale" text NOT NULL,
	"age" integer NOT NULL,
	"breed" text NOT NULL,
	"coat" text NOT NULL,
	"languages" text[] NOT NULL,
	"words" text NOT NULL,
	"photo_id" uuid,
	"proof" text NOT NULL,
	"network" text,
	"trial" boolean DEFAULT false NOT NULL,
	"worker_id" uuid,
	"erased_at" timestamp with time zone,
	CONSTRAINT "applications_proof" UNIQUE("proof"),
	CONSTRAINT "applications_worker" UNIQUE("worker_id"),
	CONSTRAINT "applications_worker_accepted" CHECK (("hiring"."applications"."worker_id" is null) or "hiring"."applications"."state" = 'accepted')
);
--> statement-breakpoint
CREATE TABLE "hiring"."contacts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"contacted_at" timestamp with time zone NOT NULL,
	"by" jsonb NOT NULL,
	"channel" text NOT NULL,
	"reached" boolean NOT NULL,
	"words" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hiring"."form_minutes" (
	"minute" timestamp with time zone NOT NULL,
	"instance" text NOT NULL,
	"outcome" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "form_minutes_minute_instance_outcome_pk" PRIMARY KEY("minute","instance","outcome")
);
--> statement-breakpoint
CREATE TABLE "hiring"."raw_photos" (
	"application_id" uuid PRIMARY KEY NOT NULL,
	"photo" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hiring"."reminders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"by" jsonb NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"words" text NOT NULL,
	"reminded_at" timestamp with time zone,
	"done_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "hiring"."vacancies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"name" jsonb NOT NULL,
	"open" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "hiring"."application_duplicates" ADD CONSTRAINT "application_duplicates_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "hiring"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."application_duplicates" ADD CONSTRAINT "application_duplicates_earlier_id_applications_id_fk" FOREIGN KEY ("earlier_id") REFERENCES "hiring"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."application_moves" ADD CONSTRAINT "application_moves_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "hiring"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."applications" ADD CONSTRAINT "applications_vacancy_id_vacancies_id_fk" FOREIGN KEY ("vacancy_id") REFERENCES "hiring"."vacancies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."applications" ADD CONSTRAINT "applications_worker_id_workers_id_fk" FOREIGN KEY ("worker_id") REFERENCES "hiring"."workers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."contacts" ADD CONSTRAINT "contacts_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "hiring"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."raw_photos" ADD CONSTRAINT "raw_photos_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "hiring"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."reminders" ADD CONSTRAINT "reminders_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "hiring"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "application_duplicates_earlier" ON "hiring"."application_duplicates" USING btree ("earlier_id");--> statement-breakpoint
CREATE INDEX "application_moves_moved" ON "hiring"."application_moves" USING btree ("moved_at","to_state");--> statement-breakpoint
CREATE INDEX "applications_vacancy" ON "hiring"."applications" USING btree ("vacancy_id","state","state_since","id");--> statement-breakpoint
CREATE INDEX "applications_state" ON "hiring"."applications" USING btree ("state","state_since","id");--> statement-breakpoint
CREATE INDEX "applications_state_submitted" ON "hiring"."applications" USING btree ("state","submitted_at","id");--> statement-breakpoint
CREATE INDEX "applications_submitted" ON "hiring"."applications" USING btree ("submitted_at","id");--> statement-breakpoint
CREATE INDEX "applications_since" ON "hiring"."applications" USING btree ("state_since","id");--> statement-breakpoint
CREATE INDEX "applications_email" ON "hiring"."applications" USING btree ("email") WHERE "hiring"."applications"."erased_at" is null;--> statement-breakpoint
CREATE INDEX "applications_phone" ON "hiring"."applications" USING btree ("phone") WHERE "hiring"."applications"."erased_at" is null;--> statement-breakpoint
CREATE INDEX "applications_search" ON "hiring"."applications" USING gin (("name" || ' ' || "email" || ' ' || "phone") gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "contacts_application" ON "hiring"."contacts" USING btree ("application_id","contacted_at");--> statement-breakpoint
CREATE INDEX "reminders_application" ON "hiring"."reminders" USING btree ("application_id","due_at");--> statement-breakpoint
CREATE INDEX "reminders_due" ON "hiring"."reminders" USING btree ("due_at") WHERE "hiring"."reminders"."done_at" is null;