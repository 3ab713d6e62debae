-- Scores are made of measures and checks (lib/bench); the feature matrix is a part of the checks. The next seed fills the new tables.
-- DropForeignKey
ALTER TABLE "feature" DROP CONSTRAINT "feature_framework_id_fkey";

-- AlterTable
ALTER TABLE "framework" ADD COLUMN     "standing" TEXT,
ADD COLUMN     "standing_as_of" TEXT,
ADD COLUMN     "standing_note" TEXT,
ADD COLUMN     "standing_source" TEXT;

-- AlterTable
ALTER TABLE "claim" ADD COLUMN     "decided_by" TEXT,
ADD COLUMN     "factual" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "judged" TEXT;

-- DropTable
DROP TABLE "feature";

-- CreateTable
CREATE TABLE "check_answer" (
    "framework_id" INTEGER NOT NULL,
    "check" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "source" TEXT,
    "as_of" TEXT,
    "note" TEXT,

    CONSTRAINT "check_answer_pkey" PRIMARY KEY ("framework_id","check")
);

-- CreateTable
CREATE TABLE "measure_value" (
    "framework_id" INTEGER NOT NULL,
    "measure" TEXT NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "low" DOUBLE PRECISION,
    "high" DOUBLE PRECISION,
    "source" TEXT,
    "as_of" TEXT,
    "licence" TEXT,
    "note" TEXT,

    CONSTRAINT "measure_value_pkey" PRIMARY KEY ("framework_id","measure")
);

-- AddForeignKey
ALTER TABLE "check_answer" ADD CONSTRAINT "check_answer_framework_id_fkey" FOREIGN KEY ("framework_id") REFERENCES "framework"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure_value" ADD CONSTRAINT "measure_value_framework_id_fkey" FOREIGN KEY ("framework_id") REFERENCES "framework"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- The vocabularies of lib/bench/checks.ts and lib/frameworks/standing.ts.
ALTER TABLE "check_answer" ADD CONSTRAINT "check_answer_answer"
  CHECK (answer IN ('builtin', 'official', 'third-party', 'none', 'yes', 'partly', 'no'));
ALTER TABLE "framework" ADD CONSTRAINT "framework_standing" CHECK (standing IN ('active', 'maintenance', 'ended'));
ALTER TABLE "claim" ADD CONSTRAINT "claim_judged" CHECK (judged IN ('supports', 'disputes'));
