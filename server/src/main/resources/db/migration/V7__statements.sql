-- The running cycle of an account up to an entry of its ledger: whoever asks counts only the entries behind that one. The
-- entries of an account are made under its lock, so none is added below one that can be seen.
CREATE TABLE cycle_usage (
  account_id       text PRIMARY KEY REFERENCES account,
  cycle_started_at timestamptz NOT NULL,
  through_entry    bigint NOT NULL,
  generations      bigint NOT NULL CHECK (generations >= 0),
  credits_used     bigint NOT NULL CHECK (credits_used >= 0)
);

-- What the entries behind one add to that. Mostly they are few, which the planner cannot know: it would read the whole ledger.
CREATE FUNCTION usage_since(account text, entry bigint, cycle_start timestamptz,
  OUT generations bigint, OUT credits_used bigint, OUT entries bigint, OUT through_entry bigint)
  LANGUAGE sql STABLE SET enable_seqscan = off SET enable_bitmapscan = off AS $$
  SELECT count(*) FILTER (WHERE e.kind = 'hold' AND e.created_at >= cycle_start),
         coalesce(sum((SELECT g.credits_used FROM generation g WHERE g.id = e.generation_id))
           FILTER (WHERE e.kind = 'settle' AND e.created_at >= cycle_start), 0)::bigint,
         count(*), max(e.id)
  FROM ledger_entry e WHERE e.account_id = account AND e.id > entry
$$;

-- Few among the many that generations make: without it, a page of one of these types could go through all of them.
CREATE INDEX ledger_entry_by_rare_kind ON ledger_entry (account_id, kind, id)
  WHERE kind IN ('grant', 'expire', 'topup', 'adjust', 'release');
