-- AlterTable
ALTER TABLE "framework" ADD COLUMN     "suggestion_id" UUID;

-- AlterTable
ALTER TABLE "claim" ADD COLUMN     "dropped" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "removed_by_id" UUID,
ADD COLUMN     "worded_before" TEXT,
ADD COLUMN     "wording_id" UUID;

-- AlterTable
ALTER TABLE "rating" ADD COLUMN     "review_id" UUID NOT NULL DEFAULT gen_random_uuid();

-- AlterTable
ALTER TABLE "suggestion" ADD COLUMN     "before" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "rating_review_id_key" ON "rating"("review_id");

-- AddForeignKey
ALTER TABLE "framework" ADD CONSTRAINT "framework_suggestion_id_fkey" FOREIGN KEY ("suggestion_id") REFERENCES "suggestion"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_wording_id_fkey" FOREIGN KEY ("wording_id") REFERENCES "suggestion"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_removed_by_id_fkey" FOREIGN KEY ("removed_by_id") REFERENCES "suggestion"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- CreateTable
CREATE TABLE "hidden_review" (
    "person_id" UUID NOT NULL,
    "framework_id" INTEGER NOT NULL,
    "because" TEXT NOT NULL,
    "suggestion_id" UUID NOT NULL,

    CONSTRAINT "hidden_review_pkey" PRIMARY KEY ("person_id","framework_id")
);

-- AddForeignKey
ALTER TABLE "hidden_review" ADD CONSTRAINT "hidden_review_suggestion_id_fkey" FOREIGN KEY ("suggestion_id") REFERENCES "suggestion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hidden_review" ADD CONSTRAINT "hidden_review_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hidden_review" ADD CONSTRAINT "hidden_review_framework_id_fkey" FOREIGN KEY ("framework_id") REFERENCES "framework"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma's schema can't say. The vocabulary is that of lib/moderation/rules.ts.
ALTER TABLE "suggestion" DROP CONSTRAINT "suggestion_kind_known";
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_kind_known"
  CHECK ("kind" IN ('claim', 'assertion', 'wording', 'correction', 'resource', 'framework', 'flag', 'report'));
ALTER TABLE "claim" ADD CONSTRAINT "claim_wording_is_whole" CHECK (("wording_id" IS NULL) OR ("worded_before" IS NOT NULL));
ALTER TABLE "claim" ADD CONSTRAINT "claim_removed_is_retired" CHECK ("removed_by_id" IS NULL OR "retired_at" IS NOT NULL);

-- What the content had no more before there was a column for it.
UPDATE "claim" SET "dropped" = true WHERE "retired_at" IS NOT NULL AND "suggestion_id" IS NULL;
