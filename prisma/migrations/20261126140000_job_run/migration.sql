-- When each job of the site's clock began last, on whichever instance: it runs once, however many there are.
CREATE TABLE "job_run" (
    "name" TEXT NOT NULL,
    "began_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "job_run_pkey" PRIMARY KEY ("name")
);
