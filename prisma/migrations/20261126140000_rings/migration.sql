-- CreateTable
CREATE TABLE "person_network" (
    "person_id" UUID NOT NULL,
    "network" BYTEA NOT NULL,
    "seen_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "person_network_pkey" PRIMARY KEY ("person_id","network")
);

-- CreateTable
CREATE TABLE "ring" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "rule" TEXT NOT NULL,
    "about" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ring_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ring_member" (
    "ring_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'held',
    "was_counted" BOOLEAN NOT NULL,
    "decision_id" BIGINT,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ring_member_pkey" PRIMARY KEY ("ring_id","person_id")
);

-- CreateIndex
CREATE INDEX "person_network_network_idx" ON "person_network"("network");

-- CreateIndex
CREATE INDEX "person_network_expires_at_idx" ON "person_network"("expires_at");

-- CreateIndex
CREATE INDEX "ring_member_person_id_idx" ON "ring_member"("person_id");

-- CreateIndex
CREATE INDEX "person_created_at_idx" ON "person"("created_at");

-- AddForeignKey
ALTER TABLE "person_network" ADD CONSTRAINT "person_network_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ring_member" ADD CONSTRAINT "ring_member_ring_id_fkey" FOREIGN KEY ("ring_id") REFERENCES "ring"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ring_member" ADD CONSTRAINT "ring_member_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma's schema can't say. The vocabularies are those of lib/people.
ALTER TABLE "person" DROP CONSTRAINT "person_standing_known";
ALTER TABLE "person" ADD CONSTRAINT "person_standing_known" CHECK ("standing" IN ('new', 'counted', 'held', 'discounted'));
ALTER TABLE "ring" ADD CONSTRAINT "ring_rule_known" CHECK ("rule" IN ('mailbox', 'network', 'order', 'target'));
ALTER TABLE "ring_member" ADD CONSTRAINT "ring_member_state_known" CHECK ("state" IN ('held', 'discounted', 'cleared'));
ALTER TABLE "person_network" ADD CONSTRAINT "person_network_is_a_hash" CHECK (octet_length("network") = 16);

-- The mailbox that an address leads to: without what follows a plus, and of Google's without dots.
CREATE FUNCTION mailbox_of(address text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN domain IN ('gmail.com', 'googlemail.com') THEN replace(name, '.', '') || '@gmail.com' ELSE name || '@' || domain END
  FROM (SELECT coalesce(nullif(split_part(split_part(address, '@', 1), '+', 1), ''), split_part(address, '@', 1)) AS name,
    split_part(address, '@', 2) AS domain) AS parts
$$;
CREATE INDEX "person_mailbox_idx" ON "person" (mailbox_of("email"));

-- Takes what changing whether several people count needs, in the one order of all: people, ratings, tallies. Votes of
-- theirs that are under way are waited for; new ones wait until it is done.
CREATE FUNCTION hold_people(who uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM person WHERE id = ANY(who) ORDER BY id FOR UPDATE;
  PERFORM pg_advisory_xact_lock(hashtextextended('rating ' || framework_id, 0))
    FROM (SELECT DISTINCT framework_id FROM rating WHERE person_id = ANY(who) ORDER BY framework_id) AS rated;
  PERFORM 1 FROM claim_tally WHERE claim_id IN (SELECT claim_id FROM vote WHERE person_id = ANY(who)) ORDER BY claim_id FOR UPDATE;
END $$;
