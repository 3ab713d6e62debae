-- AlterTable
ALTER TABLE "person" ADD COLUMN "feed_hash" BYTEA, ADD COLUMN "notices_seen_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateIndex
CREATE UNIQUE INDEX "person_feed_hash_key" ON "person"("feed_hash");

-- CreateTable
CREATE TABLE "claim_verdict" (
    "claim_id" INTEGER NOT NULL,
    "verdict" TEXT NOT NULL,

    CONSTRAINT "claim_verdict_pkey" PRIMARY KEY ("claim_id")
);

-- CreateTable
CREATE TABLE "change" (
    "id" BIGSERIAL NOT NULL,
    "framework_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "change_at_idx" ON "change"("at");

-- CreateIndex
CREATE UNIQUE INDEX "change_framework_id_kind_subject_key" ON "change"("framework_id", "kind", "subject");

-- AddForeignKey
ALTER TABLE "claim_verdict" ADD CONSTRAINT "claim_verdict_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change" ADD CONSTRAINT "change_framework_id_fkey" FOREIGN KEY ("framework_id") REFERENCES "framework"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma's schema can't say.
ALTER TABLE "change" ADD CONSTRAINT "change_kind_known" CHECK ("kind" IN ('verdict', 'support'));
