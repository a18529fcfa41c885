CREATE TABLE "activity" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "activity_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"stream" text NOT NULL,
	"log" text NOT NULL,
	"seq" bigint NOT NULL,
	"kind" text NOT NULL,
	"actor" jsonb NOT NULL,
	"subject_id" text NOT NULL,
	"subject_label" text NOT NULL,
	"note" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
INSERT INTO "activity" ("stream", "log", "seq", "kind", "actor", "subject_id", "subject_label", "note", "at")
	SELECT "stream", "log", "seq", "kind", coalesce("actor", '{"kind":"system","id":null,"name":null}'), coalesce("subject_id", ''), coalesce("subject_label", ''), "note", "at"
	FROM "stream_events" WHERE "kind" IS NOT NULL ORDER BY "id";--> statement-breakpoint
DROP INDEX "stream_events_subject";--> statement-breakpoint
DROP INDEX "stream_events_kind";--> statement-breakpoint
ALTER TABLE "stream_heads" ADD COLUMN "recorded_since" timestamp (3) with time zone;--> statement-breakpoint
UPDATE "stream_heads" SET "recorded_since" = coalesce((SELECT min("at") FROM "activity"), now());--> statement-breakpoint
ALTER TABLE "stream_heads" ALTER COLUMN "recorded_since" SET NOT NULL;--> statement-breakpoint
CREATE INDEX "activity_subject" ON "activity" USING btree ("subject_id","id");--> statement-breakpoint
CREATE INDEX "activity_kind" ON "activity" USING btree ("kind","id");--> statement-breakpoint
CREATE INDEX "activity_at" ON "activity" USING btree ("at");--> statement-breakpoint
ALTER TABLE "stream_events" DROP COLUMN "kind";--> statement-breakpoint
ALTER TABLE "stream_events" DROP COLUMN "subject_id";--> statement-breakpoint
ALTER TABLE "stream_events" DROP COLUMN "subject_label";--> statement-breakpoint
ALTER TABLE "stream_events" DROP COLUMN "note";