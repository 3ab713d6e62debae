-- One more kind of changes: every entry of a framework's history, noted once, when it first shows there.
ALTER TABLE "change" DROP CONSTRAINT "change_kind_known";
ALTER TABLE "change" ADD CONSTRAINT "change_kind_known"
  CHECK ("kind" IN ('verdict', 'support', 'release', 'entry', 'history'));
