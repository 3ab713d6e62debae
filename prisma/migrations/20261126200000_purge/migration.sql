-- What caches in front of the site are still to be told to let go of: a tag stands here once, however often it changed, so
-- there are never more rows than tags.
CREATE TABLE "purge" (
    "tag" TEXT NOT NULL,
    "asked" INTEGER NOT NULL DEFAULT 1,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "purge_pkey" PRIMARY KEY ("tag")
);
