-- An answer to a check that a reader corrected keeps the suggestion that it came by, and what the content has in its
-- place: a seed leaves it alone until the content has something else. A table of its own, because no answer is no row.
CREATE TABLE "answer_correction" (
  "framework_id" INTEGER NOT NULL,
  "check" TEXT NOT NULL,
  "suggestion_id" UUID NOT NULL,
  "replaced" JSONB NOT NULL,

  CONSTRAINT "answer_correction_pkey" PRIMARY KEY ("framework_id", "check")
);
ALTER TABLE "answer_correction" ADD CONSTRAINT "answer_correction_framework_id_fkey"
  FOREIGN KEY ("framework_id") REFERENCES "framework"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "answer_correction" ADD CONSTRAINT "answer_correction_suggestion_id_fkey"
  FOREIGN KEY ("suggestion_id") REFERENCES "suggestion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "suggestion" DROP CONSTRAINT "suggestion_kind_known";
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_kind_known"
  CHECK ("kind" IN ('claim', 'assertion', 'wording', 'fact', 'check', 'correction', 'resource', 'flag', 'framework', 'report'));
