-- Until this version a session ran in whatever zone the server gave it. Moments that the application wrote (also the
-- defaults of created_at, last_seen_at, added_at …) were then stored off by that zone's offset, and read back with the
-- same error; those that SQL wrote by now() (vote.at, a session's later uses, a letter's later tries) were exact.
--
-- Which zone it was is not recorded, and may have changed with the server, so nothing is calculated back. What is
-- mended is what the clock proves wrong: something that has happened can't lie ahead, and no link lasts longer than it
-- may. That is so only where the zone was west of UTC. Where it was UTC, no row is touched.
--
-- East of UTC moments are too early. No access is open for longer by that: links are dead already, sessions end up to 14
-- hours before their time. What stays as it is, east and west: past moments that are shown, wrong by up to 14 hours.

-- Links that would have stayed open for hours. One that is left lives no longer from here on than a new one.
DELETE FROM "link"
WHERE "expires_at" > now() + interval '1 minute'
  + CASE WHEN "kind" IN ('sign-up', 'change-email') THEN interval '1 day' ELSE interval '10 minutes' END;

-- Sessions that would have counted as just signed in for hours: they ask again before anything sensitive.
UPDATE "session" SET "created_at" = now() - interval '15 minutes' WHERE "created_at" > now() + interval '1 minute';
UPDATE "session" SET "expires_at" = now() + interval '30 days' WHERE "expires_at" > now() + interval '30 days 1 minute';

-- Letters that would have waited for hours.
UPDATE "mail" SET "next_try_at" = now()
WHERE "sealed" IS NOT NULL AND "sent_at" IS NULL AND "created_at" > now() AND "next_try_at" > now();

-- Days are those of UTC.
UPDATE "person" SET "last_active_on" = (now() AT TIME ZONE 'UTC')::date
WHERE "last_active_on" > (now() AT TIME ZONE 'UTC')::date;

-- Everything else that has happened. Votes were written by SQL only.
DO $$
DECLARE place record;
BEGIN
  FOR place IN
    SELECT c.table_name, c.column_name
    FROM information_schema.columns c
    JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE'
      AND c.data_type = 'timestamp with time zone'
      AND c.column_name NOT IN ('expires_at', 'next_try_at') AND c.table_name NOT IN ('vote', '_prisma_migrations')
  LOOP
    EXECUTE format('UPDATE %1$I SET %2$I = now() WHERE %2$I > now()', place.table_name, place.column_name);
  END LOOP;
END $$;
