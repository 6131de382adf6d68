CREATE TABLE "execution"."workers" (
	"worker_id" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"active" boolean NOT NULL
);
