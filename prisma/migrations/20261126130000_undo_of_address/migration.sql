-- A changed address can be taken back for some days, by a link in the letter to the old one.
ALTER TABLE "link" DROP CONSTRAINT "link_kind_known";
ALTER TABLE "link" ADD CONSTRAINT "link_kind_known" CHECK ("kind" IN ('sign-up', 'sign-in', 'reset', 'change-email', 'undo-email', 'connect'));
