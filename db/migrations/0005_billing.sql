CREATE SCHEMA "billing";
--> statement-breakpoint
CREATE TABLE "billing"."charges" (
	"order_id" uuid NOT NULL,
	"ending" integer NOT NULL,
	"assignment" integer NOT NULL,
	"client_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"amount" bigint NOT NULL,
	"transaction_id" bigint,
	"posted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "charges_order_id_ending_pk" PRIMARY KEY("order_id","ending"),
	CONSTRAINT "charges_transaction" UNIQUE("transaction_id"),
	CONSTRAINT "charges_amount" CHECK ("billing"."charges"."amount" >= 0 and ("billing"."charges"."amount" = 0) = ("billing"."charges"."transaction_id" is null))
);
--> statement-breakpoint
CREATE TABLE "billing"."endings" (
	"order_id" uuid NOT NULL,
	"ending" integer NOT NULL,
	"order_number" integer NOT NULL,
	"client_id" uuid NOT NULL,
	"worker_id" uuid,
	"assignment" integer,
	"outcome" text NOT NULL,
	"reason" text NOT NULL,
	"ended_at" timestamp with time zone NOT NULL,
	"posted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "endings_order_id_ending_pk" PRIMARY KEY("order_id","ending"),
	CONSTRAINT "endings_payable" CHECK (("billing"."endings"."worker_id" is null) = ("billing"."endings"."assignment" is null))
);
--> statement-breakpoint
CREATE TABLE "billing"."ledger_accounts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "billing"."ledger_accounts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"owner_id" uuid,
	CONSTRAINT "ledger_accounts_kind_owner" UNIQUE NULLS NOT DISTINCT("kind","owner_id"),
	CONSTRAINT "ledger_accounts_owner" CHECK (("billing"."ledger_accounts"."kind" in ('client', 'worker')) = ("billing"."ledger_accounts"."owner_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "billing"."ledger_postings" (
	"transaction_id" bigint NOT NULL,
	"line" smallint NOT NULL,
	"account_id" bigint NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "ledger_postings_transaction_id_line_pk" PRIMARY KEY("transaction_id","line"),
	CONSTRAINT "ledger_postings_amount" CHECK ("billing"."ledger_postings"."amount" <> 0)
);
--> statement-breakpoint
CREATE TABLE "billing"."ledger_transactions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "billing"."ledger_transactions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"idempotency_key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"kind" text NOT NULL,
	"business_date" date NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"reason" text NOT NULL,
	"cause" text NOT NULL,
	"actor" jsonb NOT NULL,
	"order_id" uuid,
	"posting_count" smallint NOT NULL,
	"reverses" bigint,
	CONSTRAINT "ledger_transactions_idempotency_key" UNIQUE("idempotency_key"),
	CONSTRAINT "ledger_transactions_reverses" UNIQUE("reverses"),
	CONSTRAINT "ledger_transactions_postings" CHECK ("billing"."ledger_transactions"."posting_count" >= 2)
);
--> statement-breakpoint
CREATE TABLE "billing"."payees" (
	"worker_id" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"active" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "billing"."payers" (
	"client_id" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"active" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "billing"."terms" (
	"order_id" uuid NOT NULL,
	"assignment" integer NOT NULL,
	"order_number" integer NOT NULL,
	"client_id" uuid NOT NULL,
	"worker_id" uuid NOT NULL,
	"service_name" jsonb NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"list_price" bigint NOT NULL,
	"discount_percent" integer NOT NULL,
	"price" bigint NOT NULL,
	"worker_share" bigint NOT NULL,
	"worker_penalty" bigint NOT NULL,
	"client_pays_completed" bigint NOT NULL,
	"client_pays_cancelled" bigint NOT NULL,
	"client_pays_failed" bigint NOT NULL,
	"money_policy_version" integer NOT NULL,
	"noted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "terms_order_id_assignment_pk" PRIMARY KEY("order_id","assignment")
);
--> statement-breakpoint
CREATE TABLE "billing"."worker_entries" (
	"order_id" uuid NOT NULL,
	"ending" integer NOT NULL,
	"assignment" integer NOT NULL,
	"worker_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"amount" bigint NOT NULL,
	"transaction_id" bigint,
	"posted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "worker_entries_order_id_ending_pk" PRIMARY KEY("order_id","ending"),
	CONSTRAINT "worker_entries_transaction" UNIQUE("transaction_id"),
	CONSTRAINT "worker_entries_amount" CHECK (case "billing"."worker_entries"."kind" when 'earning' then "billing"."worker_entries"."amount" >= 0 else "billing"."worker_entries"."amount" <= 0 end
				and ("billing"."worker_entries"."amount" = 0) = ("billing"."worker_entries"."transaction_id" is null))
);
--> statement-breakpoint
ALTER TABLE "billing"."charges" ADD CONSTRAINT "charges_transaction_id_ledger_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "billing"."ledger_transactions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."charges" ADD CONSTRAINT "charges_order_id_ending_endings_order_id_ending_fk" FOREIGN KEY ("order_id","ending") REFERENCES "billing"."endings"("order_id","ending") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."charges" ADD CONSTRAINT "charges_order_id_assignment_terms_order_id_assignment_fk" FOREIGN KEY ("order_id","assignment") REFERENCES "billing"."terms"("order_id","assignment") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."ledger_postings" ADD CONSTRAINT "ledger_postings_transaction_id_ledger_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "billing"."ledger_transactions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."ledger_postings" ADD CONSTRAINT "ledger_postings_account_id_ledger_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "billing"."ledger_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."ledger_transactions" ADD CONSTRAINT "ledger_transactions_reverses_fk" FOREIGN KEY ("reverses") REFERENCES "billing"."ledger_transactions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."worker_entries" ADD CONSTRAINT "worker_entries_transaction_id_ledger_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "billing"."ledger_transactions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."worker_entries" ADD CONSTRAINT "worker_entries_order_id_ending_endings_order_id_ending_fk" FOREIGN KEY ("order_id","ending") REFERENCES "billing"."endings"("order_id","ending") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."worker_entries" ADD CONSTRAINT "worker_entries_order_id_assignment_terms_order_id_assignment_fk" FOREIGN KEY ("order_id","assignment") REFERENCES "billing"."terms"("order_id","assignment") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "charges_order_assignment" ON "billing"."charges" USING btree ("order_id","assignment");--> statement-breakpoint
CREATE INDEX "charges_client_posted" ON "billing"."charges" USING btree ("client_id","posted_at");--> statement-breakpoint
CREATE INDEX "ledger_postings_account" ON "billing"."ledger_postings" USING btree ("account_id","transaction_id");--> statement-breakpoint
CREATE INDEX "ledger_transactions_business_date" ON "billing"."ledger_transactions" USING btree ("business_date","id");--> statement-breakpoint
CREATE INDEX "ledger_transactions_order" ON "billing"."ledger_transactions" USING btree ("order_id") WHERE "billing"."ledger_transactions"."order_id" is not null;--> statement-breakpoint
CREATE INDEX "worker_entries_order_assignment" ON "billing"."worker_entries" USING btree ("order_id","assignment");--> statement-breakpoint
CREATE INDEX "worker_entries_worker_posted" ON "billing"."worker_entries" USING btree ("worker_id","posted_at");