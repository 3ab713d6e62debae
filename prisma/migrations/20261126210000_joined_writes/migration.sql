-- What a small write asks the database, joined to one statement each (docs/decisions/0015): who is there, both general
-- limits, and the verb. The numbers (lives, points) stay in the application and come in as arguments.

-- Whose session this token is: none when it was revoked or its time is over. Inlined where it is called.
CREATE FUNCTION session_of(token bytea, idle double precision)
RETURNS TABLE (person_id uuid, email text, name text, role text, id uuid, created_at timestamptz, last_seen_at timestamptz,
  has_second boolean, did_second boolean)
LANGUAGE sql STABLE AS $$
  SELECT s.person_id, p.email, p.name, p.role, s.id, s.created_at, s.last_seen_at,
    EXISTS (SELECT FROM second_step t WHERE t.person_id = p.id), s.second_step_at IS NOT NULL
  FROM session s JOIN person p ON p.id = s.person_id
  WHERE s.token_hash = token AND s.expires_at > now() AND s.last_seen_at > now() - make_interval(secs => idle)
$$;

-- Notes that a session is used. The person comes before the session, as everywhere.
CREATE FUNCTION note_use(who uuid, token bytea) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE person SET active_days = active_days + 1, last_active_on = CURRENT_DATE
  WHERE id = who AND last_active_on < CURRENT_DATE;
  UPDATE session SET last_seen_at = now() WHERE token_hash = token;
END $$;

-- Lets a write in, or not: the session, then the person's general limit, then the address's. Always one row; without a
-- person who is needed, nothing is counted. `refused_for` is the milliseconds to wait of the limit that was reached.
-- Tries are counted in the rows and by the rule of rate-limiter-flexible, which counts the other limits; `at` is in
-- milliseconds since 1970.
CREATE FUNCTION admit(token bytea, idle double precision, touch_after double precision, needs_person boolean, at bigint,
  person_key text, person_points integer, person_time integer, address_key text, address_points integer, address_time integer)
RETURNS TABLE (person_id uuid, email text, name text, role text, id uuid, created_at timestamptz, has_second boolean,
  refused_for integer, admitted uuid)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  seen timestamptz; tries integer; until bigint;
BEGIN
  SELECT s.person_id, s.email, s.name, s.role, s.id, s.created_at, s.last_seen_at, s.has_second
  INTO person_id, email, name, role, id, created_at, seen, has_second
  FROM session_of(token, idle) AS s WHERE s.did_second OR NOT s.has_second;
  IF FOUND THEN
    IF seen < now() - make_interval(secs => touch_after) THEN PERFORM note_use(person_id, token); END IF;
    INSERT INTO rate_limit AS l (key, points, expire)
    VALUES (person_key || translate(rtrim(encode(sha256(convert_to(person_id::text, 'UTF8')), 'base64'), '='), '+/', '-_'),
      1, at + person_time)
    ON CONFLICT (key) DO UPDATE SET points = CASE WHEN l.expire <= at THEN 1 ELSE l.points + 1 END,
      expire = CASE WHEN l.expire <= at THEN EXCLUDED.expire ELSE l.expire END
    RETURNING l.points, l.expire INTO tries, until;
    IF tries > person_points THEN refused_for := greatest(until - at, 0); RETURN NEXT; RETURN; END IF;
  ELSIF needs_person THEN
    RETURN NEXT;
    RETURN;
  END IF;
  INSERT INTO rate_limit AS l (key, points, expire) VALUES (address_key, 1, at + address_time)
  ON CONFLICT (key) DO UPDATE SET points = CASE WHEN l.expire <= at THEN 1 ELSE l.points + 1 END,
    expire = CASE WHEN l.expire <= at THEN EXCLUDED.expire ELSE l.expire END
  RETURNING l.points, l.expire INTO tries, until;
  IF tries > address_points THEN refused_for := greatest(until - at, 0); ELSE admitted := person_id; END IF;
  RETURN NEXT;
END $$;

-- Sets a vote, where it is newer, and reads it with the numbers after it: a function's statements see what triggers did
-- in those before. No row for a claim that isn't there, or for nobody.
CREATE FUNCTION set_vote(who uuid, wanted_claim integer, wanted smallint, clicked bigint)
RETURNS TABLE (slug text, changed boolean, value smallint, counted boolean, yes integer, no integer)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
  IF who IS NULL THEN RETURN; END IF;
  SELECT f.slug INTO slug FROM claim c JOIN framework f ON f.id = c.framework_id
  WHERE c.id = wanted_claim AND c.retired_at IS NULL AND f.retired_at IS NULL;
  IF NOT FOUND THEN RETURN; END IF;
  INSERT INTO vote AS v (person_id, claim_id, value, sequence) VALUES (who, wanted_claim, wanted, clicked)
  ON CONFLICT (person_id, claim_id) DO UPDATE SET value = EXCLUDED.value, sequence = EXCLUDED.sequence, at = now()
  WHERE v.sequence < EXCLUDED.sequence
  RETURNING v.value, v.counted INTO value, counted;
  changed := FOUND;
  IF NOT changed THEN
    SELECT v.value, v.counted INTO value, counted FROM vote v WHERE v.person_id = who AND v.claim_id = wanted_claim;
  END IF;
  SELECT t.yes, t.no INTO yes, no FROM claim_tally t WHERE t.claim_id = wanted_claim;
  RETURN NEXT;
END $$;

-- Puts a framework at the end of a list of the person's own, or of their first, which is made when there is none. The list
-- is held meanwhile. Says what came of it; no row for nobody.
CREATE FUNCTION save_entry(who uuid, wanted_list uuid, wanted text, first_name text, most integer)
RETURNS TABLE (outcome text) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  framework integer; list uuid := wanted_list;
BEGIN
  IF who IS NULL THEN RETURN; END IF;
  SELECT f.id INTO framework FROM framework f WHERE f.slug = wanted AND f.retired_at IS NULL;
  IF NOT FOUND THEN RETURN QUERY SELECT 'no framework'; RETURN; END IF;
  IF list IS NULL THEN
    SELECT s.id INTO list FROM shortlist s WHERE s.person_id = who ORDER BY s.created_at, s.id LIMIT 1;
    IF NOT FOUND THEN
      INSERT INTO shortlist (person_id, name) VALUES (who, first_name) ON CONFLICT DO NOTHING;
      SELECT s.id INTO list FROM shortlist s WHERE s.person_id = who ORDER BY s.created_at, s.id LIMIT 1;
    END IF;
  END IF;
  PERFORM FROM shortlist s WHERE s.id = list AND s.person_id = who FOR UPDATE;
  IF NOT FOUND THEN RETURN QUERY SELECT 'no list'; RETURN; END IF;
  IF EXISTS (SELECT FROM shortlist_entry e WHERE e.shortlist_id = list AND e.framework_id = framework) THEN
    RETURN QUERY SELECT 'saved';
    RETURN;
  END IF;
  IF (SELECT count(*) FROM shortlist_entry e WHERE e.shortlist_id = list) >= most THEN
    RETURN QUERY SELECT 'full';
    RETURN;
  END IF;
  INSERT INTO shortlist_entry (shortlist_id, framework_id, position)
  SELECT list, framework, coalesce(max(e.position), 0) + 1 FROM shortlist_entry e WHERE e.shortlist_id = list;
  RETURN QUERY SELECT 'saved';
END $$;

-- Takes a framework off a list of the person's own, or off all, and says what stood there.
CREATE FUNCTION remove_entry(who uuid, wanted_list uuid, wanted text)
RETURNS TABLE (list uuid, "position" double precision, status text, note text, reason text) LANGUAGE sql AS $$
  DELETE FROM shortlist_entry e USING shortlist s, framework f
  WHERE s.id = e.shortlist_id AND f.id = e.framework_id AND s.person_id = who AND f.slug = wanted
    AND (wanted_list IS NULL OR s.id = wanted_list)
  RETURNING s.id, e.position, e.status, e.note, e.reason
$$;

-- Sets a rating whole: what it had and the new one hasn't goes. First the person, then the framework's numbers: whoever
-- changes a standing takes them in the same order. No row for a framework that isn't there, or for nobody.
CREATE FUNCTION set_rating(who uuid, wanted text, experience text, years smallint, still_using boolean, review text,
  criteria text[], scores smallint[])
RETURNS TABLE (rated boolean) LANGUAGE plpgsql AS $$
DECLARE
  framework integer;
BEGIN
  IF who IS NULL THEN RETURN; END IF;
  SELECT f.id INTO framework FROM framework f WHERE f.slug = wanted AND f.retired_at IS NULL;
  IF NOT FOUND THEN RETURN; END IF;
  PERFORM FROM person p WHERE p.id = who FOR SHARE;
  IF NOT FOUND THEN RETURN QUERY SELECT false; RETURN; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('rating ' || framework, 0));
  INSERT INTO rating AS r (person_id, framework_id, experience, years, still_using, review)
  VALUES (who, framework, set_rating.experience, set_rating.years, set_rating.still_using, set_rating.review)
  ON CONFLICT (person_id, framework_id) DO UPDATE SET experience = EXCLUDED.experience, years = EXCLUDED.years,
    still_using = EXCLUDED.still_using, review = EXCLUDED.review, updated_at = now();
  DELETE FROM rating_score s WHERE s.person_id = who AND s.framework_id = framework AND s.criterion <> ALL (criteria);
  INSERT INTO rating_score AS s (person_id, framework_id, criterion, value)
  SELECT who, framework, given.criterion, given.score FROM unnest(criteria, scores) AS given (criterion, score)
  ON CONFLICT (person_id, framework_id, criterion) DO UPDATE SET value = EXCLUDED.value WHERE s.value <> EXCLUDED.value;
  RETURN QUERY SELECT true;
END $$;
