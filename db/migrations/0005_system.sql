CREATE TABLE "engine"."instances" (
	"number" integer PRIMARY KEY NOT NULL,
	"host" text NOT NULL,
	"pid" integer NOT NULL,
	"functions" text NOT NULL,
	"work" text NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity"."invitations" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"roles" text[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"account_id" uuid
);
--> statement-breakpoint
ALTER TABLE "events"."outbox" ADD COLUMN "replay_of" text;--> statement-breakpoint
ALTER TABLE "notifications"."messages" ADD COLUMN "copy_of" uuid;--> statement-breakpoint
ALTER TABLE "identity"."invitations" ADD CONSTRAINT "invitations_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "identity"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invitations_email" ON "identity"."invitations" USING btree ("email");--> statement-breakpoint
CREATE INDEX "invitations_account" ON "identity"."invitations" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "outbox_occurred" ON "events"."outbox" USING btree ("occurred_at","sequence");--> statement-breakpoint
CREATE INDEX "outbox_cause" ON "events"."outbox" USING btree ("cause");--> statement-breakpoint
CREATE INDEX "outbox_replay" ON "events"."outbox" USING btree ("replay_of") WHERE "events"."outbox"."replay_of" is not null;--> statement-breakpoint
CREATE INDEX "messages_status" ON "notifications"."messages" USING btree ("status","created_at","id");--> statement-breakpoint
CREATE INDEX "messages_account" ON "notifications"."messages" USING btree ("account_id","created_at","id");--> statement-breakpoint
CREATE INDEX "messages_copies" ON "notifications"."messages" USING btree ("copy_of");