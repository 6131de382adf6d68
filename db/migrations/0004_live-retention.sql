CREATE TABLE "platform"."live_retention" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"pruned_before" "xid8" NOT NULL
);
