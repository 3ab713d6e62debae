-- Who gets a letter now and then on what changed on the frameworks that they watch. No row: no letters.
CREATE TABLE "digest" (
    "person_id" UUID NOT NULL,
    "every" TEXT NOT NULL,
    "told_up_to" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "due_at" TIMESTAMPTZ NOT NULL,
    CONSTRAINT "digest_pkey" PRIMARY KEY ("person_id")
);
CREATE INDEX "digest_due_at_idx" ON "digest"("due_at");
ALTER TABLE "digest" ADD CONSTRAINT "digest_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The vocabulary is that of lib/notices/digest.ts.
ALTER TABLE "digest" ADD CONSTRAINT "digest_every_known" CHECK ("every" IN ('day', 'week'));
