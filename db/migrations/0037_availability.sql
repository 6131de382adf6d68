CREATE TABLE "execution"."availabilities" (
	"worker_id" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"weekly_hours" jsonb,
	CONSTRAINT "availabilities_version" CHECK ("execution"."availabilities"."version" >= 0)
);
--> statement-breakpoint
CREATE TABLE "execution"."off_days" (
	"worker_id" uuid NOT NULL,
	"first_day" date NOT NULL,
	"last_day" date NOT NULL,
	CONSTRAINT "off_days_worker_id_first_day_pk" PRIMARY KEY("worker_id","first_day"),
	CONSTRAINT "off_days_in_order" CHECK ("execution"."off_days"."first_day" <= "execution"."off_days"."last_day")
);
--> statement-breakpoint
ALTER TABLE "execution"."off_days" ADD CONSTRAINT "off_days_worker_id_availabilities_worker_id_fk" FOREIGN KEY ("worker_id") REFERENCES "execution"."availabilities"("worker_id") ON DELETE no action ON UPDATE no action;