-- Release lines, the standing and counted measures are corrected where they stand. Which row came from a reader, and what
-- the content has in its place, is kept in one table for all of them, by the name of the spot.
CREATE TABLE "row_correction" (
  "framework_id" INTEGER NOT NULL,
  "spot" TEXT NOT NULL,
  "suggestion_id" UUID NOT NULL,
  "replaced" JSONB NOT NULL,

  CONSTRAINT "row_correction_pkey" PRIMARY KEY ("framework_id", "spot")
);
ALTER TABLE "row_correction" ADD CONSTRAINT "row_correction_framework_id_fkey"
  FOREIGN KEY ("framework_id") REFERENCES "framework"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "row_correction" ADD CONSTRAINT "row_correction_suggestion_id_fkey"
  FOREIGN KEY ("suggestion_id") REFERENCES "suggestion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Where a line's dates were read, where that isn't where those of its framework were.
ALTER TABLE "release" ADD COLUMN "source" TEXT, ADD COLUMN "as_of" TEXT, ADD COLUMN "note" TEXT;

ALTER TABLE "suggestion" DROP CONSTRAINT "suggestion_kind_known";
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_kind_known"
  CHECK ("kind" IN ('claim', 'assertion', 'wording', 'fact', 'check', 'release', 'standing', 'measure', 'correction',
    'resource', 'flag', 'framework', 'report', 'maintainer'));
