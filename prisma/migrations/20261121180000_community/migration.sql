-- AlterTable
ALTER TABLE "person" ADD COLUMN     "active_days" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "last_active_on" DATE NOT NULL DEFAULT CURRENT_DATE,
ADD COLUMN     "standing" TEXT NOT NULL DEFAULT 'new';

-- CreateTable
CREATE TABLE "vote" (
    "person_id" UUID NOT NULL,
    "claim_id" INTEGER NOT NULL,
    "value" SMALLINT NOT NULL,
    "sequence" BIGINT NOT NULL,
    "counted" BOOLEAN NOT NULL DEFAULT false,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "vote_pkey" PRIMARY KEY ("person_id","claim_id")
);

-- CreateTable
CREATE TABLE "claim_tally" (
    "claim_id" INTEGER NOT NULL,
    "yes" INTEGER NOT NULL DEFAULT 0,
    "no" INTEGER NOT NULL DEFAULT 0,
    "all_yes" INTEGER NOT NULL DEFAULT 0,
    "all_no" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "claim_tally_pkey" PRIMARY KEY ("claim_id")
);

-- CreateTable
CREATE TABLE "rating" (
    "person_id" UUID NOT NULL,
    "framework_id" INTEGER NOT NULL,
    "experience" TEXT NOT NULL,
    "years" SMALLINT,
    "still_using" BOOLEAN,
    "review" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rating_pkey" PRIMARY KEY ("person_id","framework_id")
);

-- CreateTable
CREATE TABLE "rating_score" (
    "person_id" UUID NOT NULL,
    "framework_id" INTEGER NOT NULL,
    "criterion" TEXT NOT NULL,
    "value" SMALLINT NOT NULL,
    "experience" TEXT NOT NULL DEFAULT '',
    "counted" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "rating_score_pkey" PRIMARY KEY ("person_id","framework_id","criterion")
);

-- CreateTable
CREATE TABLE "rating_tally" (
    "framework_id" INTEGER NOT NULL,
    "criterion" TEXT NOT NULL,
    "experience" TEXT NOT NULL,
    "n1" INTEGER NOT NULL DEFAULT 0,
    "n2" INTEGER NOT NULL DEFAULT 0,
    "n3" INTEGER NOT NULL DEFAULT 0,
    "n4" INTEGER NOT NULL DEFAULT 0,
    "n5" INTEGER NOT NULL DEFAULT 0,
    "everyone" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "rating_tally_pkey" PRIMARY KEY ("framework_id","criterion","experience")
);

-- CreateIndex
CREATE INDEX "vote_claim_id_idx" ON "vote"("claim_id");

-- CreateIndex
CREATE INDEX "rating_framework_id_idx" ON "rating"("framework_id");

-- AddForeignKey
ALTER TABLE "vote" ADD CONSTRAINT "vote_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote" ADD CONSTRAINT "vote_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_tally" ADD CONSTRAINT "claim_tally_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating" ADD CONSTRAINT "rating_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating" ADD CONSTRAINT "rating_framework_id_fkey" FOREIGN KEY ("framework_id") REFERENCES "framework"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating_score" ADD CONSTRAINT "rating_score_person_id_framework_id_fkey" FOREIGN KEY ("person_id", "framework_id") REFERENCES "rating"("person_id", "framework_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating_tally" ADD CONSTRAINT "rating_tally_framework_id_fkey" FOREIGN KEY ("framework_id") REFERENCES "framework"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma's schema can't say.
ALTER TABLE "person" ADD CONSTRAINT "person_standing_known" CHECK ("standing" IN ('new', 'counted', 'discounted'));
ALTER TABLE "vote" ADD CONSTRAINT "vote_value_known" CHECK ("value" IN (-1, 0, 1));
ALTER TABLE "rating" ADD CONSTRAINT "rating_experience_known" CHECK ("experience" IN ('tried', 'side-project', 'production'));
ALTER TABLE "rating" ADD CONSTRAINT "rating_years_plausible" CHECK ("years" BETWEEN 0 AND 40);
ALTER TABLE "rating" ADD CONSTRAINT "rating_review_short" CHECK (char_length("review") <= 2000);
ALTER TABLE "rating_score" ADD CONSTRAINT "rating_score_in_range" CHECK ("value" BETWEEN 1 AND 5);
ALTER TABLE "claim_tally" ADD CONSTRAINT "claim_tally_no_less_than_none"
  CHECK ("yes" >= 0 AND "no" >= 0 AND "all_yes" >= "yes" AND "all_no" >= "no");
ALTER TABLE "rating_tally" ADD CONSTRAINT "rating_tally_no_less_than_none"
  CHECK (least("n1", "n2", "n3", "n4", "n5") >= 0 AND "everyone" >= "n1" + "n2" + "n3" + "n4" + "n5");

-- Tallies change in place: half-empty pages keep their updates out of the indexes.
ALTER TABLE "claim_tally" SET (fillfactor = 50);
ALTER TABLE "rating_tally" SET (fillfactor = 50);

-- A tally is there as soon as its claim is.
CREATE FUNCTION claim_tally_of_new_claim() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO claim_tally (claim_id) VALUES (NEW.id) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER claim_tally_of_new_claim AFTER INSERT ON claim FOR EACH ROW EXECUTE FUNCTION claim_tally_of_new_claim();
INSERT INTO claim_tally (claim_id) SELECT id FROM claim ON CONFLICT DO NOTHING;

-- Whether a vote counts follows from its person. The lock makes a change of standing and a new vote wait for each
-- other: whichever is second sees the first.
CREATE FUNCTION vote_before() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT standing = 'counted' INTO NEW.counted FROM person WHERE id = NEW.person_id FOR SHARE;
  RETURN NEW;
END $$;
CREATE TRIGGER vote_before BEFORE INSERT OR UPDATE ON vote FOR EACH ROW EXECUTE FUNCTION vote_before();

-- Integer deltas, row by row: exact whatever runs at the same time.
CREATE FUNCTION vote_after() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  d_yes int := 0; d_no int := 0; d_all_yes int := 0; d_all_no int := 0; target int;
BEGIN
  IF TG_OP <> 'INSERT' THEN
    target := OLD.claim_id;
    d_all_yes := d_all_yes - (OLD.value = 1)::int;
    d_all_no := d_all_no - (OLD.value = -1)::int;
    IF OLD.counted THEN
      d_yes := d_yes - (OLD.value = 1)::int;
      d_no := d_no - (OLD.value = -1)::int;
    END IF;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    target := NEW.claim_id;
    d_all_yes := d_all_yes + (NEW.value = 1)::int;
    d_all_no := d_all_no + (NEW.value = -1)::int;
    IF NEW.counted THEN
      d_yes := d_yes + (NEW.value = 1)::int;
      d_no := d_no + (NEW.value = -1)::int;
    END IF;
  END IF;
  IF d_yes <> 0 OR d_no <> 0 OR d_all_yes <> 0 OR d_all_no <> 0 THEN
    UPDATE claim_tally SET yes = yes + d_yes, no = no + d_no, all_yes = all_yes + d_all_yes, all_no = all_no + d_all_no
    WHERE claim_id = target;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER vote_after AFTER INSERT OR UPDATE OR DELETE ON vote FOR EACH ROW EXECUTE FUNCTION vote_after();

CREATE FUNCTION rating_score_before() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT standing = 'counted' INTO NEW.counted FROM person WHERE id = NEW.person_id FOR SHARE;
  SELECT experience INTO NEW.experience FROM rating WHERE person_id = NEW.person_id AND framework_id = NEW.framework_id;
  RETURN NEW;
END $$;
CREATE TRIGGER rating_score_before BEFORE INSERT OR UPDATE ON rating_score FOR EACH ROW EXECUTE FUNCTION rating_score_before();

CREATE FUNCTION rating_score_after() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    UPDATE rating_tally SET everyone = everyone - 1,
      n1 = n1 - (OLD.counted AND OLD.value = 1)::int, n2 = n2 - (OLD.counted AND OLD.value = 2)::int,
      n3 = n3 - (OLD.counted AND OLD.value = 3)::int, n4 = n4 - (OLD.counted AND OLD.value = 4)::int,
      n5 = n5 - (OLD.counted AND OLD.value = 5)::int
    WHERE framework_id = OLD.framework_id AND criterion = OLD.criterion AND experience = OLD.experience;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO rating_tally AS t (framework_id, criterion, experience, n1, n2, n3, n4, n5, everyone)
    VALUES (NEW.framework_id, NEW.criterion, NEW.experience,
      (NEW.counted AND NEW.value = 1)::int, (NEW.counted AND NEW.value = 2)::int, (NEW.counted AND NEW.value = 3)::int,
      (NEW.counted AND NEW.value = 4)::int, (NEW.counted AND NEW.value = 5)::int, 1)
    ON CONFLICT (framework_id, criterion, experience) DO UPDATE SET everyone = t.everyone + 1,
      n1 = t.n1 + EXCLUDED.n1, n2 = t.n2 + EXCLUDED.n2, n3 = t.n3 + EXCLUDED.n3, n4 = t.n4 + EXCLUDED.n4,
      n5 = t.n5 + EXCLUDED.n5;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER rating_score_after AFTER INSERT OR UPDATE OR DELETE ON rating_score FOR EACH ROW EXECUTE FUNCTION rating_score_after();

CREATE FUNCTION rating_after() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE rating_score SET value = value WHERE person_id = NEW.person_id AND framework_id = NEW.framework_id;
  RETURN NULL;
END $$;
CREATE TRIGGER rating_after AFTER UPDATE OF experience ON rating FOR EACH ROW
  WHEN (OLD.experience IS DISTINCT FROM NEW.experience) EXECUTE FUNCTION rating_after();

-- Whoever changes many tallies takes their rows in one order first, so that two of them never wait in a circle.
CREATE FUNCTION hold_tallies_of(who uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('rating ' || framework_id, 0))
    FROM (SELECT framework_id FROM rating WHERE person_id = who ORDER BY framework_id) AS rated;
  PERFORM 1 FROM claim_tally WHERE claim_id IN (SELECT claim_id FROM vote WHERE person_id = who) ORDER BY claim_id FOR UPDATE;
END $$;

CREATE FUNCTION person_standing_after() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM hold_tallies_of(NEW.id);
  UPDATE vote SET at = at WHERE person_id = NEW.id;
  UPDATE rating_score SET value = value WHERE person_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER person_standing_after AFTER UPDATE OF standing ON person FOR EACH ROW
  WHEN ((OLD.standing = 'counted') IS DISTINCT FROM (NEW.standing = 'counted')) EXECUTE FUNCTION person_standing_after();

CREATE FUNCTION person_before_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM hold_tallies_of(OLD.id);
  RETURN OLD;
END $$;
CREATE TRIGGER person_before_delete BEFORE DELETE ON person FOR EACH ROW EXECUTE FUNCTION person_before_delete();

-- The audit: every tally that differs from a recount. Empty, or something is wrong; it repairs nothing.
CREATE VIEW community_drift AS
  SELECT 'claim' AS target, coalesce(t.claim_id, r.claim_id)::text AS id,
    row_to_json(t)::text AS kept, row_to_json(r)::text AS recounted
  FROM claim_tally t
  FULL JOIN (
    SELECT claim_id, count(*) FILTER (WHERE v.value = 1 AND p.standing = 'counted') AS yes,
      count(*) FILTER (WHERE v.value = -1 AND p.standing = 'counted') AS no,
      count(*) FILTER (WHERE v.value = 1) AS all_yes, count(*) FILTER (WHERE v.value = -1) AS all_no
    FROM vote v JOIN person p ON p.id = v.person_id GROUP BY claim_id) r ON r.claim_id = t.claim_id
  WHERE (coalesce(t.yes, 0), coalesce(t.no, 0), coalesce(t.all_yes, 0), coalesce(t.all_no, 0))
    IS DISTINCT FROM (coalesce(r.yes, 0), coalesce(r.no, 0), coalesce(r.all_yes, 0), coalesce(r.all_no, 0))
  UNION ALL
  SELECT 'rating', concat_ws(' ', coalesce(t.framework_id, r.framework_id), coalesce(t.criterion, r.criterion),
    coalesce(t.experience, r.experience)), row_to_json(t)::text, row_to_json(r)::text
  FROM rating_tally t
  FULL JOIN (
    SELECT s.framework_id, s.criterion, g.experience,
      count(*) FILTER (WHERE s.value = 1 AND p.standing = 'counted') AS n1,
      count(*) FILTER (WHERE s.value = 2 AND p.standing = 'counted') AS n2,
      count(*) FILTER (WHERE s.value = 3 AND p.standing = 'counted') AS n3,
      count(*) FILTER (WHERE s.value = 4 AND p.standing = 'counted') AS n4,
      count(*) FILTER (WHERE s.value = 5 AND p.standing = 'counted') AS n5, count(*) AS everyone
    FROM rating_score s JOIN rating g USING (person_id, framework_id) JOIN person p ON p.id = s.person_id
    GROUP BY s.framework_id, s.criterion, g.experience) r
    ON (r.framework_id, r.criterion, r.experience) = (t.framework_id, t.criterion, t.experience)
  WHERE (coalesce(t.n1, 0), coalesce(t.n2, 0), coalesce(t.n3, 0), coalesce(t.n4, 0), coalesce(t.n5, 0), coalesce(t.everyone, 0))
    IS DISTINCT FROM (coalesce(r.n1, 0), coalesce(r.n2, 0), coalesce(r.n3, 0), coalesce(r.n4, 0), coalesce(r.n5, 0), coalesce(r.everyone, 0));
