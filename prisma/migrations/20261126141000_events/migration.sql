-- CreateTable
CREATE TABLE "security_event" (
    "id" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "person_id" UUID,
    "network" BYTEA,
    "hour" TIMESTAMPTZ NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 1,
    "last_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "security_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "security_event_last_at_idx" ON "security_event"("last_at");

-- CreateIndex
CREATE INDEX "security_event_person_id_idx" ON "security_event"("person_id");

-- AddForeignKey
ALTER TABLE "security_event" ADD CONSTRAINT "security_event_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma's schema can't say. The vocabulary is that of lib/events/kinds.ts.
ALTER TABLE "security_event" ADD CONSTRAINT "security_event_kind_known"
  CHECK ("kind" IN ('sign-in-failed', 'refused', 'too-often', 'closed-page'));
-- The same again within an hour is one row with a count: a flood of tries fills no disk.
CREATE UNIQUE INDEX "security_event_once_an_hour" ON "security_event" ("kind", "what", "person_id", "network", "hour") NULLS NOT DISTINCT;
