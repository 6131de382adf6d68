ALTER TABLE "notifications"."people" RENAME TO "recipients";
--> statement-breakpoint
ALTER TABLE "notifications"."recipients" RENAME CONSTRAINT "people_client_id_unique" TO "recipients_client_id_unique";
--> statement-breakpoint
ALTER TABLE "notifications"."recipients" RENAME CONSTRAINT "people_worker_id_unique" TO "recipients_worker_id_unique";
--> statement-breakpoint
ALTER INDEX "notifications"."people_pkey" RENAME TO "recipients_pkey";
