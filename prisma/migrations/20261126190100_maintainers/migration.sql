-- Whom a moderator confirmed as a maintainer of a framework, and what they reply to claims on it.
CREATE TABLE "maintainer" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "framework_id" INTEGER NOT NULL,
    "suggestion_id" UUID NOT NULL,
    "confirmed_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ,
    CONSTRAINT "maintainer_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "maintainer_person_id_framework_id_key" ON "maintainer"("person_id", "framework_id");
CREATE INDEX "maintainer_framework_id_idx" ON "maintainer"("framework_id");
CREATE INDEX "maintainer_suggestion_id_idx" ON "maintainer"("suggestion_id");
ALTER TABLE "maintainer" ADD CONSTRAINT "maintainer_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "maintainer" ADD CONSTRAINT "maintainer_framework_id_fkey" FOREIGN KEY ("framework_id") REFERENCES "framework"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "maintainer" ADD CONSTRAINT "maintainer_suggestion_id_fkey" FOREIGN KEY ("suggestion_id") REFERENCES "suggestion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "claim_reply" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "maintainer_id" UUID NOT NULL,
    "claim_id" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ,
    "hidden_because" TEXT,
    CONSTRAINT "claim_reply_pkey" PRIMARY KEY ("id")
);
-- One for each claim and maintainer.
CREATE UNIQUE INDEX "claim_reply_claim_id_maintainer_id_key" ON "claim_reply"("claim_id", "maintainer_id");
CREATE INDEX "claim_reply_maintainer_id_idx" ON "claim_reply"("maintainer_id");
ALTER TABLE "claim_reply" ADD CONSTRAINT "claim_reply_maintainer_id_fkey" FOREIGN KEY ("maintainer_id") REFERENCES "maintainer"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "claim_reply" ADD CONSTRAINT "claim_reply_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "claim_reply" ADD CONSTRAINT "claim_reply_text_length" CHECK (length("text") BETWEEN 1 AND 2000);

-- One more kind of suggestion, beside whichever there are.
DO $$
DECLARE
  known TEXT := substring(pg_get_constraintdef(oid) FROM 'ARRAY\[(.*?)\]') FROM pg_constraint WHERE conname = 'suggestion_kind_known';
BEGIN
  ALTER TABLE "suggestion" DROP CONSTRAINT "suggestion_kind_known";
  EXECUTE format('ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_kind_known" CHECK ("kind" IN (%s, %L))', known, 'maintainer');
END $$;
