CREATE TABLE "business_zone" (
	"name" text PRIMARY KEY NOT NULL
);
