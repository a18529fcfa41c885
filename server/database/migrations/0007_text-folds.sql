CREATE TABLE "text_folds" (
	"table_name" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"done_to" uuid
);
