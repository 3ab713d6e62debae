-- Records that were made without an account go when nobody has opened them for long; those of before stay for good.
ALTER TABLE decision_record
  ADD COLUMN by_guest boolean NOT NULL DEFAULT false,
  ADD COLUMN opened_at timestamptz NOT NULL DEFAULT now();
CREATE INDEX decision_record_unopened ON decision_record (opened_at) WHERE by_guest;
