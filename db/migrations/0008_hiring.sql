CREATE SCHEMA "hiring";
--> statement-breakpoint
CREATE TABLE "hiring"."traits" (
	"key" text PRIMARY KEY NOT NULL,
	"name" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hiring"."worker_traits" (
	"worker_id" uuid NOT NULL,
	"trait" text NOT NULL,
	"kind" text NOT NULL,
	"level" integer NOT NULL,
	CONSTRAINT "worker_traits_worker_id_trait_pk" PRIMARY KEY("worker_id","trait"),
	CONSTRAINT "worker_traits_level" CHECK ("hiring"."worker_traits"."level" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "hiring"."workers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"phone" text NOT NULL,
	"locale" text NOT NULL,
	"age" integer NOT NULL,
	"breed" text NOT NULL,
	"coat" text NOT NULL,
	"photo_id" uuid,
	"active" boolean DEFAULT true NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "workers_email" UNIQUE("email")
);
--> statement-breakpoint
ALTER TABLE "hiring"."worker_traits" ADD CONSTRAINT "worker_traits_worker_id_workers_id_fk" FOREIGN KEY ("worker_id") REFERENCES "hiring"."workers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."worker_traits" ADD CONSTRAINT "worker_traits_trait_traits_key_fk" FOREIGN KEY ("trait") REFERENCES "hiring"."traits"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "worker_traits_trait" ON "hiring"."worker_traits" USING btree ("trait");--> statement-breakpoint
CREATE INDEX "workers_name" ON "hiring"."workers" USING btree ("name","id");--> statement-breakpoint
CREATE INDEX "workers_search" ON "hiring"."workers" USING gin (("name" || ' ' || "email") gin_trgm_ops);