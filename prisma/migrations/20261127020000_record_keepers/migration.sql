-- Who made a record, so that they find it again. The record itself names nobody, and stays when they go.
CREATE TABLE "record_keeper" (
  "record_id" TEXT NOT NULL,
  "person_id" UUID NOT NULL,
  "kept_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

  CONSTRAINT "record_keeper_pkey" PRIMARY KEY ("person_id", "record_id")
);
CREATE INDEX "record_keeper_record_id_idx" ON "record_keeper"("record_id");
ALTER TABLE "record_keeper" ADD CONSTRAINT "record_keeper_record_id_fkey"
  FOREIGN KEY ("record_id") REFERENCES "decision_record"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "record_keeper" ADD CONSTRAINT "record_keeper_person_id_fkey"
  FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
