CREATE TABLE "billing"."invoice_lines" (
	"invoice_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"order_id" uuid NOT NULL,
	"ending" integer NOT NULL,
	"kind" text NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "invoice_lines_invoice_id_position_pk" PRIMARY KEY("invoice_id","position"),
	CONSTRAINT "invoice_lines_item" UNIQUE("order_id","ending","kind"),
	CONSTRAINT "invoice_lines_amount" CHECK (case "billing"."invoice_lines"."kind" when 'charge' then "billing"."invoice_lines"."amount" > 0 else "billing"."invoice_lines"."amount" < 0 end)
);
--> statement-breakpoint
CREATE TABLE "billing"."invoice_numbers" (
	"year" smallint PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "billing"."invoices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"year" smallint NOT NULL,
	"sequence" integer NOT NULL,
	"week" date NOT NULL,
	"client_id" uuid NOT NULL,
	"total" bigint NOT NULL,
	"line_count" integer NOT NULL,
	"paid_total" bigint NOT NULL,
	"discount_percent" smallint NOT NULL,
	"money_policy_version" integer NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"status" text NOT NULL,
	CONSTRAINT "invoices_number" UNIQUE("year","sequence"),
	CONSTRAINT "invoices_client_week" UNIQUE("client_id","week"),
	CONSTRAINT "invoices_total" CHECK ("billing"."invoices"."total" >= 0),
	CONSTRAINT "invoices_nothing_to_pay" CHECK ("billing"."invoices"."total" > 0 or "billing"."invoices"."status" = 'paid')
);
--> statement-breakpoint
CREATE TABLE "billing"."unbilled_items" (
	"order_id" uuid NOT NULL,
	"ending" integer NOT NULL,
	"kind" text NOT NULL,
	"client_id" uuid NOT NULL,
	"amount" bigint NOT NULL,
	"posted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "unbilled_items_order_id_ending_kind_pk" PRIMARY KEY("order_id","ending","kind"),
	CONSTRAINT "unbilled_items_amount" CHECK (case "billing"."unbilled_items"."kind" when 'charge' then "billing"."unbilled_items"."amount" > 0 else "billing"."unbilled_items"."amount" < 0 end)
);
--> statement-breakpoint
CREATE TABLE "billing"."weeks" (
	"day" date PRIMARY KEY NOT NULL,
	"cutoff_at" timestamp with time zone NOT NULL,
	"money_policy_version" integer NOT NULL,
	"reached" uuid,
	"opened_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "billing"."invoice_lines" ADD CONSTRAINT "invoice_lines_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "billing"."invoices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."invoice_lines" ADD CONSTRAINT "invoice_lines_order_id_ending_charges_order_id_ending_fk" FOREIGN KEY ("order_id","ending") REFERENCES "billing"."charges"("order_id","ending") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."invoices" ADD CONSTRAINT "invoices_week_weeks_day_fk" FOREIGN KEY ("week") REFERENCES "billing"."weeks"("day") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."unbilled_items" ADD CONSTRAINT "unbilled_items_order_id_ending_charges_order_id_ending_fk" FOREIGN KEY ("order_id","ending") REFERENCES "billing"."charges"("order_id","ending") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invoices_week" ON "billing"."invoices" USING btree ("week");--> statement-breakpoint
CREATE INDEX "unbilled_items_client" ON "billing"."unbilled_items" USING btree ("client_id","posted_at");