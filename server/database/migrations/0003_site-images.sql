CREATE TABLE "site_images" (
	"slot" text PRIMARY KEY NOT NULL,
	"url" text,
	"previous_url" text,
	"restorable_until" timestamp (3) with time zone,
	"changed_at" timestamp (3) with time zone,
	"changed_by_id" uuid,
	"changed_by_name" text
);
--> statement-breakpoint
ALTER TABLE "stream_events" ALTER COLUMN "subject_id" SET DATA TYPE text;--> statement-breakpoint
CREATE INDEX "stream_events_at" ON "stream_events" USING btree ("at");