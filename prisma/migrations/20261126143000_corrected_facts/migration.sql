-- A fact that a reader corrected keeps the suggestion that it came by, and what the content has in its place: a seed
-- leaves it alone until the content has something else.
ALTER TABLE "fact" ADD COLUMN "suggestion_id" UUID, ADD COLUMN "replaced" JSONB;
ALTER TABLE "fact" ADD CONSTRAINT "fact_suggestion_id_fkey"
  FOREIGN KEY ("suggestion_id") REFERENCES "suggestion"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "suggestion" DROP CONSTRAINT "suggestion_kind_known";
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_kind_known"
  CHECK ("kind" IN ('claim', 'assertion', 'wording', 'fact', 'correction', 'resource', 'flag', 'framework', 'report'));
