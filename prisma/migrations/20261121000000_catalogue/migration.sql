-- CreateTable
CREATE TABLE "framework" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "tagline" TEXT NOT NULL,
    "aliases" TEXT[],
    "icon" TEXT,
    "policy_url" TEXT,
    "support_source" TEXT,
    "support_as_of" TEXT,
    "support_note" TEXT,
    "retired_at" TIMESTAMPTZ,

    CONSTRAINT "framework_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fact" (
    "framework_id" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "value" JSONB,
    "source" TEXT,
    "as_of" TEXT,
    "note" TEXT,
    "editorial" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "fact_pkey" PRIMARY KEY ("framework_id","key")
);

-- CreateTable
CREATE TABLE "feature" (
    "framework_id" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "support" TEXT NOT NULL,
    "source" TEXT,
    "as_of" TEXT,
    "note" TEXT,

    CONSTRAINT "feature_pkey" PRIMARY KEY ("framework_id","key")
);

-- CreateTable
CREATE TABLE "release" (
    "framework_id" INTEGER NOT NULL,
    "cycle" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "released" TEXT,
    "latest" TEXT,
    "latest_released" TEXT,
    "active_until" TEXT,
    "end_of_life" TEXT,
    "extended_until" TEXT,
    "lts" BOOLEAN NOT NULL,
    "runtime" TEXT,

    CONSTRAINT "release_pkey" PRIMARY KEY ("framework_id","cycle")
);

-- CreateTable
CREATE TABLE "star_count" (
    "framework_id" INTEGER NOT NULL,
    "date" TEXT NOT NULL,
    "stars" INTEGER NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "star_count_pkey" PRIMARY KEY ("framework_id","date")
);

-- CreateTable
CREATE TABLE "source" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "url" TEXT,
    "date" TEXT NOT NULL,
    "licence" TEXT,
    "note" TEXT,
    "framework_id" INTEGER,

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim" (
    "id" SERIAL NOT NULL,
    "framework_id" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "criterion" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "level" TEXT,
    "use_cases" TEXT[],
    "position" INTEGER NOT NULL,
    "retired_at" TIMESTAMPTZ,

    CONSTRAINT "claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assertion" (
    "id" SERIAL NOT NULL,
    "claim_id" INTEGER NOT NULL,
    "source_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "stance" TEXT NOT NULL,
    "locator" TEXT NOT NULL,
    "url" TEXT,
    "note" TEXT,
    "since" TEXT,

    CONSTRAINT "assertion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "resource" (
    "id" SERIAL NOT NULL,
    "framework_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "cost" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "note" TEXT,

    CONSTRAINT "resource_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "resource_recommendation" (
    "resource_id" INTEGER NOT NULL,
    "source_id" INTEGER NOT NULL,

    CONSTRAINT "resource_recommendation_pkey" PRIMARY KEY ("resource_id","source_id")
);

-- CreateTable
CREATE TABLE "lineage" (
    "id" SERIAL NOT NULL,
    "framework_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "relation" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "related_slug" TEXT,
    "source" TEXT,
    "note" TEXT,

    CONSTRAINT "lineage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "benchmark_run" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "suite" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "hardware" TEXT,
    "load_tool" TEXT,
    "method" TEXT NOT NULL,
    "caveat" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "licence" TEXT NOT NULL,
    "entrants" INTEGER,
    "preferred" BOOLEAN NOT NULL,

    CONSTRAINT "benchmark_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "benchmark_result" (
    "run_id" INTEGER NOT NULL,
    "framework_id" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "test" TEXT NOT NULL,
    "version" TEXT,
    "rps" DOUBLE PRECISION NOT NULL,
    "p50" DOUBLE PRECISION,
    "p99" DOUBLE PRECISION,
    "note" TEXT,
    "suspect" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "benchmark_result_pkey" PRIMARY KEY ("run_id","framework_id","label","test")
);

-- CreateTable
CREATE TABLE "usage_figure" (
    "framework_id" INTEGER NOT NULL,
    "survey" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "measure" TEXT NOT NULL,
    "percent" DOUBLE PRECISION NOT NULL,
    "respondents" INTEGER,
    "question" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "as_of" TEXT NOT NULL,
    "note" TEXT,

    CONSTRAINT "usage_figure_pkey" PRIMARY KEY ("framework_id","survey","year","measure")
);

-- CreateTable
CREATE TABLE "catalogue_version" (
    "only" BOOLEAN NOT NULL DEFAULT true,
    "hash" TEXT NOT NULL,
    "seeded_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "catalogue_version_pkey" PRIMARY KEY ("only")
);

-- CreateIndex
CREATE UNIQUE INDEX "framework_slug_key" ON "framework"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "source_slug_key" ON "source"("slug");

-- CreateIndex
CREATE INDEX "source_framework_id_idx" ON "source"("framework_id");

-- CreateIndex
CREATE UNIQUE INDEX "claim_framework_id_slug_key" ON "claim"("framework_id", "slug");

-- CreateIndex
CREATE INDEX "assertion_source_id_idx" ON "assertion"("source_id");

-- CreateIndex
CREATE UNIQUE INDEX "assertion_claim_id_position_key" ON "assertion"("claim_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "resource_framework_id_url_key" ON "resource"("framework_id", "url");

-- CreateIndex
CREATE INDEX "resource_recommendation_source_id_idx" ON "resource_recommendation"("source_id");

-- CreateIndex
CREATE INDEX "lineage_related_slug_idx" ON "lineage"("related_slug");

-- CreateIndex
CREATE UNIQUE INDEX "lineage_framework_id_position_key" ON "lineage"("framework_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "benchmark_run_slug_key" ON "benchmark_run"("slug");

-- CreateIndex
CREATE INDEX "benchmark_result_framework_id_idx" ON "benchmark_result"("framework_id");

-- AddForeignKey
ALTER TABLE "fact" ADD CONSTRAINT "fact_framework_id_fkey" FOREIGN KEY ("framework_id") REFERENCES "framework"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feature" ADD CONSTRAINT "feature_framework_id_fkey" FOREIGN KEY ("framework_id") REFERENCES "framework"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release" ADD CONSTRAINT "release_framework_id_fkey" FOREIGN KEY ("framework_id") REFERENCES "framework"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "star_count" ADD CONSTRAINT "star_count_framework_id_fkey" FOREIGN KEY ("framework_id") REFERENCES "framework"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_framework_id_fkey" FOREIGN KEY ("framework_id") REFERENCES "framework"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_framework_id_fkey" FOREIGN KEY ("framework_id") REFERENCES "framework"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assertion" ADD CONSTRAINT "assertion_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assertion" ADD CONSTRAINT "assertion_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resource" ADD CONSTRAINT "resource_framework_id_fkey" FOREIGN KEY ("framework_id") REFERENCES "framework"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resource_recommendation" ADD CONSTRAINT "resource_recommendation_resource_id_fkey" FOREIGN KEY ("resource_id") REFERENCES "resource"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resource_recommendation" ADD CONSTRAINT "resource_recommendation_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lineage" ADD CONSTRAINT "lineage_framework_id_fkey" FOREIGN KEY ("framework_id") REFERENCES "framework"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "benchmark_result" ADD CONSTRAINT "benchmark_result_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "benchmark_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "benchmark_result" ADD CONSTRAINT "benchmark_result_framework_id_fkey" FOREIGN KEY ("framework_id") REFERENCES "framework"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "usage_figure" ADD CONSTRAINT "usage_figure_framework_id_fkey" FOREIGN KEY ("framework_id") REFERENCES "framework"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema can't say. The vocabularies are those of lib/claims/kinds.ts and lib/frameworks/features.ts.
ALTER TABLE "framework" ADD CONSTRAINT "framework_slug_form" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "source" ADD CONSTRAINT "source_kind_known"
  CHECK ("kind" IN ('article', 'official', 'benchmark', 'survey', 'dataset'));
ALTER TABLE "claim" ADD CONSTRAINT "claim_kind_known"
  CHECK ("kind" IN ('pro', 'con', 'level', 'use-case', 'feature', 'history'));
ALTER TABLE "claim" ADD CONSTRAINT "claim_level_known"
  CHECK (("kind" = 'level') = ("level" IS NOT NULL) AND ("level" IS NULL OR "level" IN ('beginner', 'intermediate', 'advanced')));
ALTER TABLE "assertion" ADD CONSTRAINT "assertion_stance_known" CHECK ("stance" IN ('supports', 'disputes'));
ALTER TABLE "assertion" ADD CONSTRAINT "assertion_dispute_has_note" CHECK ("stance" <> 'disputes' OR "note" IS NOT NULL);
ALTER TABLE "feature" ADD CONSTRAINT "feature_support_known"
  CHECK ("support" IN ('builtin', 'official-package', 'third-party', 'none'));
ALTER TABLE "usage_figure" ADD CONSTRAINT "usage_figure_is_percent" CHECK ("percent" BETWEEN 0 AND 100);

-- Figures of one suite that may be drawn as a chart: one run at most is preferred.
CREATE UNIQUE INDEX "benchmark_run_one_preferred" ON "benchmark_run" ("preferred") WHERE "preferred";

-- One row only.
ALTER TABLE "catalogue_version" ADD CONSTRAINT "catalogue_version_only_one" CHECK ("only");
