-- A second step of signing in: codes of an app, and codes on paper for when that is lost.
ALTER TABLE "session" ADD COLUMN "second_step_at" TIMESTAMPTZ;

CREATE TABLE "second_step" (
    "person_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "used_step" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "second_step_pkey" PRIMARY KEY ("person_id")
);

CREATE TABLE "recovery_code" (
    "person_id" UUID NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("person_id", "hash")
);

ALTER TABLE "second_step" ADD CONSTRAINT "second_step_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "second_step"("person_id") ON DELETE CASCADE ON UPDATE CASCADE;
