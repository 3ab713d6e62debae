ALTER TABLE "shortlist" ADD COLUMN "visibility" TEXT NOT NULL DEFAULT 'private', ADD COLUMN "link_hash" BYTEA;
CREATE UNIQUE INDEX "shortlist_link_hash_key" ON "shortlist"("link_hash");

-- What was saved before is ordered as it was saved.
ALTER TABLE "shortlist_entry"
  ADD COLUMN "position" DOUBLE PRECISION,
  ADD COLUMN "status" TEXT NOT NULL DEFAULT 'considering',
  ADD COLUMN "note" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "reason" TEXT NOT NULL DEFAULT '';
UPDATE "shortlist_entry" SET "position" = extract(epoch FROM "added_at");
ALTER TABLE "shortlist_entry" ALTER COLUMN "position" SET NOT NULL;

ALTER TABLE "shortlist" ADD CONSTRAINT "shortlist_visibility_known" CHECK ("visibility" IN ('private', 'link', 'public'));
ALTER TABLE "shortlist" ADD CONSTRAINT "shortlist_link_when_shared" CHECK (("visibility" = 'link') = ("link_hash" IS NOT NULL));
ALTER TABLE "shortlist_entry" ADD CONSTRAINT "shortlist_entry_status_known" CHECK ("status" IN ('considering', 'trial', 'chosen', 'rejected'));
ALTER TABLE "shortlist_entry" ADD CONSTRAINT "shortlist_entry_short" CHECK (char_length("note") <= 1000 AND char_length("reason") <= 500);
