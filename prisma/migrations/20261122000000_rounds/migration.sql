-- AlterTable
ALTER TABLE "decision_record" ADD COLUMN     "hidden_because" TEXT;

-- AlterTable
ALTER TABLE "decision" ADD COLUMN     "opened_at" TIMESTAMPTZ,
ADD COLUMN     "opened_round" INTEGER,
ADD COLUMN     "round" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "ballot" ADD COLUMN     "opened" JSONB;

