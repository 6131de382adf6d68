ALTER TABLE "billing"."provider_statements" DROP CONSTRAINT "provider_statements_said";--> statement-breakpoint
ALTER TABLE "billing"."payments" ADD COLUMN "settlement_minor" bigint;--> statement-breakpoint
ALTER TABLE "billing"."payments" ADD COLUMN "settlement_currency" text;--> statement-breakpoint
CREATE UNIQUE INDEX "payments_bank_reference" ON "billing"."payments" USING btree (lower("reference")) WHERE "billing"."payments"."kind" = 'bank-transfer';--> statement-breakpoint
ALTER TABLE "billing"."provider_statements" ADD CONSTRAINT "provider_statements_said" UNIQUE("payment_id","state","reference","stated_minor","stated_currency","as_asked");--> statement-breakpoint
ALTER TABLE "billing"."payments" ADD CONSTRAINT "payments_settlement" CHECK (("billing"."payments"."kind" = 'stripe-card') = ("billing"."payments"."settlement_minor" is not null));--> statement-breakpoint
ALTER TABLE "billing"."payments" ADD CONSTRAINT "payments_settlement_currency" CHECK (("billing"."payments"."settlement_minor" is null) = ("billing"."payments"."settlement_currency" is null));