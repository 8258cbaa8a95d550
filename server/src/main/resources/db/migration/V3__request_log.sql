-- Calls that were answered, for the account that made them; one partition for each UTC day, made and dropped by the server.
CREATE TABLE request_log (
  -- Begins with the millisecond in which the call came (a ULID): the time of a call is read from it, and the partitions go
  -- by it. So a lookup by id, and a page by id, touch the days they need and no others.
  id             text COLLATE "C" NOT NULL,
  -- No reference: it would cost every row a look at the account, to say what the key has proven already.
  account_id     text NOT NULL,
  key_id         text NOT NULL,
  mode           text NOT NULL CHECK (mode IN ('live', 'test')),
  duration_ms    bigint NOT NULL CHECK (duration_ms >= 0),
  method         text NOT NULL,
  -- Null where no path of the contract was asked for: what was asked for instead is the caller's own and never kept.
  route          text,
  operation      text,
  status         integer NOT NULL,
  code           text,
  generation_id  text,
  charge_state   text NOT NULL,
  charge_credits bigint NOT NULL CHECK (charge_credits >= 0),
  replay_of      text,
  PRIMARY KEY (account_id, id)
) PARTITION BY RANGE (id);
-- Errors are few among many calls, and what one searches for.
CREATE INDEX request_log_by_code ON request_log (account_id, code, id) WHERE code IS NOT NULL;
