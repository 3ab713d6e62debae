-- Who is told of changes on a framework without having it on a list.
CREATE TABLE "watch" (
    "person_id" UUID NOT NULL,
    "framework_id" INTEGER NOT NULL,
    "since" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "watch_pkey" PRIMARY KEY ("person_id", "framework_id")
);
CREATE INDEX "watch_framework_id_idx" ON "watch"("framework_id");
ALTER TABLE "watch" ADD CONSTRAINT "watch_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "watch" ADD CONSTRAINT "watch_framework_id_fkey" FOREIGN KEY ("framework_id") REFERENCES "framework"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Two more kinds of changes: a release line that came out, and what readers entered.
ALTER TABLE "change" DROP CONSTRAINT "change_kind_known";
ALTER TABLE "change" ADD CONSTRAINT "change_kind_known" CHECK ("kind" IN ('verdict', 'support', 'release', 'entry'));
