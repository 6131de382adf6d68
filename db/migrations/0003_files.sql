CREATE TABLE "platform"."files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"uploaded_by" text NOT NULL,
	"idempotency_key" uuid NOT NULL,
	"source_hash" text NOT NULL,
	"mime" text NOT NULL,
	"bytes" integer NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"context" text,
	"subject" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "files_upload" ON "platform"."files" USING btree ("uploaded_by","idempotency_key");--> statement-breakpoint
CREATE INDEX "files_subject" ON "platform"."files" USING btree ("context","subject");