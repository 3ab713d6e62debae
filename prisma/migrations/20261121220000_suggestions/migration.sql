-- AlterTable
ALTER TABLE "claim" ADD COLUMN     "suggestion_id" UUID;

-- AlterTable
ALTER TABLE "assertion" ADD COLUMN     "suggestion_id" UUID;

-- AlterTable
ALTER TABLE "resource" ADD COLUMN     "suggestion_id" UUID;

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "suggests" TEXT NOT NULL DEFAULT 'normal';

-- CreateTable
CREATE TABLE "suggestion" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID,
    "framework_id" INTEGER,
    "kind" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "reason" TEXT,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "suggestion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "suggestion_status_created_at_idx" ON "suggestion"("status", "created_at");

-- CreateIndex
CREATE INDEX "suggestion_person_id_idx" ON "suggestion"("person_id");

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_suggestion_id_fkey" FOREIGN KEY ("suggestion_id") REFERENCES "suggestion"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assertion" ADD CONSTRAINT "assertion_suggestion_id_fkey" FOREIGN KEY ("suggestion_id") REFERENCES "suggestion"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resource" ADD CONSTRAINT "resource_suggestion_id_fkey" FOREIGN KEY ("suggestion_id") REFERENCES "suggestion"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_framework_id_fkey" FOREIGN KEY ("framework_id") REFERENCES "framework"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma's schema can't say. The vocabularies are those of lib/moderation/rules.ts.
ALTER TABLE "person" ADD CONSTRAINT "person_suggests_known" CHECK ("suggests" IN ('normal', 'trusted', 'blocked'));
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_kind_known"
  CHECK ("kind" IN ('claim', 'assertion', 'correction', 'resource', 'framework', 'flag'));
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_status_known"
  CHECK ("status" IN ('open', 'approved', 'declined', 'reverted', 'withdrawn'));
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_decision_is_whole"
  CHECK (("status" IN ('open', 'withdrawn')) = ("decided_at" IS NULL) AND ("status" NOT IN ('declined', 'reverted') OR "reason" IS NOT NULL));
