-- Passkeys beside the code of an app. A row of "second_step" says that somebody signs in in two steps; its app is there
-- where "app_at" is. The version before sets none, so the default does; without an app "sealed" is empty, not null, which
-- that version can read: it takes codes on paper then.
ALTER TABLE "second_step" ADD COLUMN "app_at" TIMESTAMPTZ DEFAULT CURRENT_TIMESTAMP;

UPDATE "second_step" SET "app_at" = "created_at";

CREATE TABLE "passkey" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "credential" BYTEA NOT NULL,
    "public_key" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL,
    "transports" TEXT[] NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ,

    CONSTRAINT "passkey_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "passkey_credential_key" ON "passkey"("credential");

CREATE INDEX "passkey_person_id_idx" ON "passkey"("person_id");

ALTER TABLE "passkey" ADD CONSTRAINT "passkey_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "second_step"("person_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What a session was asked to sign with a passkey: one thing at a time, for some minutes.
ALTER TABLE "session" ADD COLUMN "challenge" BYTEA, ADD COLUMN "challenge_until" TIMESTAMPTZ;
