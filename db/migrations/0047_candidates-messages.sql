ALTER TABLE "notifications"."messages" ADD COLUMN "about" text;--> statement-breakpoint
CREATE INDEX "messages_about" ON "notifications"."messages" USING btree ("about");