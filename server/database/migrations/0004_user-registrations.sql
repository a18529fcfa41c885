CREATE TABLE "user_registrations" (
	"day" date NOT NULL,
	"country_code" char(2) NOT NULL,
	"n" integer NOT NULL,
	CONSTRAINT "user_registrations_pk" PRIMARY KEY("day","country_code")
);
--> statement-breakpoint
INSERT INTO "user_registrations" ("day", "country_code", "n") SELECT ("created_at" AT TIME ZONE 'UTC')::date, "country_code", count(*) FROM "users" GROUP BY 1, 2;
