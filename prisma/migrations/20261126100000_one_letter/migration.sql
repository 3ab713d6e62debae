-- A wish that is sent twice, because its answer was lost, is answered by one letter.
ALTER TABLE "mail" ADD COLUMN "once" UUID;

CREATE UNIQUE INDEX "mail_once_key" ON "mail"("once");
