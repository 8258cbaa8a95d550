-- The books as whole batches write them: many members' rows by one statement, checked once for all of them.

-- Bought or adjusted credits, which do not expire with the cycle; they are a part of the balance.
ALTER TABLE account ADD COLUMN purchased bigint NOT NULL DEFAULT 0;
ALTER TABLE account ADD CONSTRAINT account_purchased_check CHECK (purchased BETWEEN 0 AND balance);
-- Generations in flight, so that nobody counts them. It changes in the statement that starts or ends one.
ALTER TABLE account ADD COLUMN in_flight integer NOT NULL DEFAULT 0 CHECK (in_flight >= 0);
UPDATE account a SET in_flight = (
  SELECT count(*) FROM generation g WHERE g.account_id = a.id AND g.status IN ('pending', 'processing'));

-- Both are signed like credits and balance_after: the part of an entry that moved bought credits, and what then was left of them.
ALTER TABLE ledger_entry ADD COLUMN purchased bigint NOT NULL DEFAULT 0;
ALTER TABLE ledger_entry ADD COLUMN purchased_after bigint NOT NULL DEFAULT 0
  CHECK (purchased_after BETWEEN 0 AND balance_after);
-- The call that caused an entry, the key that its generation was started with, and the operator's words.
ALTER TABLE ledger_entry ADD COLUMN request_id text;
ALTER TABLE ledger_entry ADD COLUMN key_id text;
ALTER TABLE ledger_entry ADD COLUMN note text;
-- Entries are only ever looked up by account: one index instead of two.
ALTER TABLE ledger_entry DROP CONSTRAINT ledger_entry_pkey;
DROP INDEX ledger_entry_by_account;
ALTER TABLE ledger_entry ADD PRIMARY KEY (account_id, id);

ALTER TABLE generation ADD COLUMN key_id text;
-- How much of the hold was taken from bought credits, which get it back first.
ALTER TABLE generation ADD COLUMN held_purchased bigint NOT NULL DEFAULT 0;
ALTER TABLE generation ADD CONSTRAINT generation_held_purchased_check
  CHECK (held_purchased BETWEEN 0 AND credits_estimate);
-- The node whose worker has it; null while nobody has.
ALTER TABLE generation ADD COLUMN node text;
CREATE INDEX generation_by_node ON generation (node) WHERE status = 'processing';

-- What a key may spend in a calendar month (UTC), null if as much as there is, and what it has spent or holds in spent_month.
-- The latter is kept for keys with a quota only, under the lock of the account.
ALTER TABLE api_key ADD COLUMN credits_per_month bigint CHECK (credits_per_month >= 0);
ALTER TABLE api_key ADD COLUMN spent_month date;
ALTER TABLE api_key ADD COLUMN spent bigint NOT NULL DEFAULT 0 CHECK (spent >= 0);

-- The answer itself, for operations that cannot make it anew from what the first call made.
ALTER TABLE idempotency_record ADD COLUMN answer bytea;

-- What the guards below say at a fraction of the price, or, of idempotency records, what the key has proven already.
DROP TRIGGER ledger_entry_adds_up ON ledger_entry;
DROP FUNCTION ledger_entry_adds_up();
DROP TRIGGER generation_is_metered ON generation;
DROP FUNCTION generation_is_metered();
ALTER TABLE ledger_entry DROP CONSTRAINT ledger_entry_account_id_fkey;
ALTER TABLE ledger_entry DROP CONSTRAINT ledger_entry_generation_id_fkey;
ALTER TABLE generation DROP CONSTRAINT generation_account_id_fkey;
ALTER TABLE idempotency_record DROP CONSTRAINT idempotency_record_account_id_fkey;

-- An account is as its last entry says, a generation has its hold, and the end of its hold if and only if it has ended, and
-- every entry fits: after every single statement. So account, entry and generation are written by one statement, or not at all.
-- The guards look up by index whatever the planner believes about the sizes: they were planned when the tables were small.

-- The books are kept twice, in the account and in its entries. No entry gets in with which they would differ.
CREATE FUNCTION ledger_entries_add_up() RETURNS trigger LANGUAGE plpgsql
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
  wrong text;
BEGIN
  SELECT e.account_id INTO wrong
  FROM (SELECT account_id, id, credits, balance_after, purchased, purchased_after,
               lag(balance_after) OVER entries AS balance_before, lag(purchased_after) OVER entries AS purchased_before,
               lag(id) OVER entries IS NULL AS first, lead(id) OVER entries IS NULL AS last
        FROM added WINDOW entries AS (PARTITION BY account_id ORDER BY id)) e
  LEFT JOIN LATERAL (
    SELECT l.balance_after, l.purchased_after FROM ledger_entry l
    WHERE e.first AND l.account_id = e.account_id AND l.id < e.id ORDER BY l.id DESC LIMIT 1) before ON true
  LEFT JOIN LATERAL (SELECT a.balance, a.purchased FROM account a WHERE e.last AND a.id = e.account_id) now ON true
  WHERE e.balance_after - e.credits <> coalesce(e.balance_before, before.balance_after, 0)
     OR e.purchased_after - e.purchased <> coalesce(e.purchased_before, before.purchased_after, 0)
     OR (e.last AND (e.balance_after, e.purchased_after) IS DISTINCT FROM (now.balance, now.purchased))
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'the ledger of % does not add up to its balance', wrong;
  END IF;

  SELECT e.generation_id INTO wrong
  FROM added e LEFT JOIN generation g ON g.id = e.generation_id
  WHERE e.generation_id IS NOT NULL AND NOT coalesce(
    g.account_id = e.account_id AND CASE e.kind
      WHEN 'hold' THEN
        g.status IN ('pending', 'processing') AND e.credits = -g.credits_estimate AND e.purchased = -g.held_purchased
      WHEN 'settle' THEN
        g.status = 'completed' AND e.credits = g.credits_estimate - g.credits_used
        AND e.purchased = least(e.credits, g.held_purchased)
      ELSE
        g.status IN ('failed', 'cancelled', 'expired') AND g.credits_used = 0 AND e.credits = g.credits_estimate
        AND e.purchased = g.held_purchased
    END, false)
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'an entry does not fit generation %', wrong;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER ledger_entries_add_up AFTER INSERT ON ledger_entry
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION ledger_entries_add_up();

CREATE FUNCTION account_is_as_its_entries_say() RETURNS trigger LANGUAGE plpgsql
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
  wrong text;
BEGIN
  SELECT a.id INTO wrong
  FROM changed a LEFT JOIN LATERAL (
    SELECT l.balance_after, l.purchased_after FROM ledger_entry l
    WHERE l.account_id = a.id ORDER BY l.id DESC LIMIT 1) last ON true
  WHERE a.balance <> coalesce(last.balance_after, 0) OR a.purchased <> coalesce(last.purchased_after, 0)
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'the balance of % is not what its ledger says', wrong;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER account_is_as_its_entries_say AFTER UPDATE ON account
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION account_is_as_its_entries_say();
CREATE TRIGGER new_account_is_as_its_entries_say AFTER INSERT ON account
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION account_is_as_its_entries_say();

-- The guard of the meter. What a hold or an end must be like is said above; here it must be there.
CREATE FUNCTION generations_have_their_holds() RETURNS trigger LANGUAGE plpgsql
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
  wrong text;
BEGIN
  SELECT g.id INTO wrong FROM added g
  WHERE g.status NOT IN ('pending', 'processing')
     OR (SELECT e.account_id FROM ledger_entry e WHERE e.generation_id = g.id AND e.kind = 'hold') IS NULL
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'generation % has no hold', wrong;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER generations_have_their_holds AFTER INSERT ON generation
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION generations_have_their_holds();

-- For each row, because most changes of generations are a worker's and none of its business: they never get here.
CREATE FUNCTION generation_ends_with_its_hold() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status NOT IN ('pending', 'processing') OR NEW.account_id <> OLD.account_id
     OR NEW.credits_estimate <> OLD.credits_estimate OR NEW.held_purchased <> OLD.held_purchased THEN
    RAISE EXCEPTION 'generation % is % and its hold is not to be changed', OLD.id, OLD.status;
  END IF;
  IF (NEW.status NOT IN ('pending', 'processing')) <> EXISTS (
    SELECT 1 FROM ledger_entry WHERE generation_id = NEW.id AND kind IN ('settle', 'release')) THEN
    RAISE EXCEPTION 'generation % is % and its hold is not', NEW.id, NEW.status;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER generation_ends_with_its_hold AFTER UPDATE ON generation FOR EACH ROW
  WHEN ((OLD.status IN ('pending', 'processing')) <> (NEW.status IN ('pending', 'processing'))
        OR (OLD.status NOT IN ('pending', 'processing') AND OLD.status <> NEW.status)
        OR OLD.account_id <> NEW.account_id OR OLD.credits_estimate <> NEW.credits_estimate
        OR OLD.credits_used IS DISTINCT FROM NEW.credits_used OR OLD.held_purchased <> NEW.held_purchased)
  EXECUTE FUNCTION generation_ends_with_its_hold();

-- What entries tell of stays.
CREATE FUNCTION is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are kept, under their ids', TG_TABLE_NAME;
END $$;
CREATE TRIGGER account_is_kept BEFORE DELETE OR TRUNCATE OR UPDATE OF id ON account
  FOR EACH STATEMENT EXECUTE FUNCTION is_kept();
CREATE TRIGGER generation_is_kept BEFORE DELETE OR TRUNCATE OR UPDATE OF id ON generation
  FOR EACH STATEMENT EXECUTE FUNCTION is_kept();

-- A hot account's row is written by every batch: room beside it keeps its index untouched, and the vacuum comes often.
ALTER TABLE account SET (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 500);
-- The indexes of what is in flight stay as small as that only if those who have ended are cleaned away.
ALTER TABLE generation SET (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);
