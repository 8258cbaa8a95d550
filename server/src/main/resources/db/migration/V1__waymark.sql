-- Every table that Waymark keeps. Times are UTC; credits are whole numbers.

CREATE TABLE account (
  id               text PRIMARY KEY,
  name             text NOT NULL,
  plan             text NOT NULL,
  -- Σ ledger_entry.credits of the account, always; the check is what makes overspending impossible.
  balance          bigint NOT NULL DEFAULT 0 CHECK (balance >= 0),
  cycle_started_at timestamptz NOT NULL,
  cycle_ends_at    timestamptz NOT NULL CHECK (cycle_ends_at > cycle_started_at),
  created_at       timestamptz NOT NULL
);

-- Restricted models that an account is enabled for.
CREATE TABLE account_model (
  account_id text NOT NULL REFERENCES account,
  model      text NOT NULL,
  PRIMARY KEY (account_id, model)
);

CREATE TABLE api_key (
  id         text PRIMARY KEY,
  account_id text NOT NULL REFERENCES account,
  name       text NOT NULL,
  prefix     text NOT NULL,
  -- SHA-256 of the whole key; the key itself is never stored.
  hash       bytea NOT NULL UNIQUE,
  operator   boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  expires_at timestamptz,
  revoked_at timestamptz
);

CREATE TABLE generation (
  id               text PRIMARY KEY,
  account_id       text NOT NULL REFERENCES account,
  request_id       text NOT NULL,
  status           text NOT NULL
    CHECK (status IN ('pending', 'processing', 'completed', 'failed', 'cancelled', 'expired')),
  model            text NOT NULL,
  prompt           text NOT NULL,
  -- json and not jsonb: a replay gives the first answer again to the letter, order of members included.
  parameters       json NOT NULL,
  credits_estimate bigint NOT NULL CHECK (credits_estimate >= 0),
  credits_used     bigint CHECK (credits_used BETWEEN 0 AND credits_estimate),
  error            json,
  created_at       timestamptz NOT NULL,
  started_at       timestamptz,
  finished_at      timestamptz,
  -- When a worker may take it up: at once, after the pause behind a failed attempt, or when the lease of the worker that
  -- has it runs out, so a dead worker never keeps it.
  available_at     timestamptz NOT NULL,
  attempts         integer NOT NULL DEFAULT 0,
  -- Names the attempt that has it; an attempt that has lost it can no longer finish it.
  lease            text
);
CREATE INDEX generation_by_account ON generation (account_id, id DESC);
CREATE INDEX generation_in_flight ON generation (account_id) WHERE status IN ('pending', 'processing');
CREATE INDEX generation_available ON generation (available_at, id) WHERE status IN ('pending', 'processing');
CREATE INDEX generation_by_age ON generation (created_at) WHERE status IN ('pending', 'processing');

-- Append-only. Credits are signed: a hold takes from the balance, settle and release give back.
CREATE TABLE ledger_entry (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id    text NOT NULL REFERENCES account,
  kind          text NOT NULL CHECK (kind IN ('grant', 'hold', 'settle', 'release', 'expire', 'topup', 'adjust')),
  credits       bigint NOT NULL,
  balance_after bigint NOT NULL CHECK (balance_after >= 0),
  -- Checked at the commit: the hold is taken before the generation it pays for is stored.
  generation_id text REFERENCES generation DEFERRABLE INITIALLY DEFERRED,
  created_at    timestamptz NOT NULL,
  CHECK ((kind IN ('hold', 'settle', 'release')) = (generation_id IS NOT NULL))
);
CREATE INDEX ledger_entry_by_account ON ledger_entry (account_id, id);
CREATE UNIQUE INDEX ledger_entry_one_hold ON ledger_entry (generation_id) WHERE kind = 'hold';
CREATE UNIQUE INDEX ledger_entry_one_end ON ledger_entry (generation_id) WHERE kind IN ('settle', 'release');

CREATE FUNCTION ledger_entry_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'ledger_entry is append-only';
END $$;
CREATE TRIGGER ledger_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_entry_is_append_only();

-- The books are kept twice, in account.balance and in the entries. No entry gets in with which they would differ.
CREATE FUNCTION ledger_entry_adds_up() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before bigint := coalesce((
    SELECT balance_after FROM ledger_entry
    WHERE account_id = NEW.account_id AND id < NEW.id ORDER BY id DESC LIMIT 1), 0);
BEGIN
  IF before + NEW.credits <> NEW.balance_after
     OR NEW.balance_after <> (SELECT balance FROM account WHERE id = NEW.account_id) THEN
    RAISE EXCEPTION 'the ledger of % does not add up to its balance', NEW.account_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER ledger_entry_adds_up AFTER INSERT ON ledger_entry
  FOR EACH ROW EXECUTE FUNCTION ledger_entry_adds_up();

-- The guard of the meter: at every commit a generation has its hold, and it has the end of its hold if and only if it has
-- ended itself.
CREATE FUNCTION generation_is_metered() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ended boolean := NEW.status NOT IN ('pending', 'processing');
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM ledger_entry
    WHERE generation_id = NEW.id AND kind = 'hold' AND credits = -NEW.credits_estimate) THEN
    RAISE EXCEPTION 'generation % has no hold', NEW.id;
  END IF;
  IF ended <> EXISTS (
    SELECT 1 FROM ledger_entry
    WHERE generation_id = NEW.id AND kind IN ('settle', 'release')
      AND credits = NEW.credits_estimate - coalesce(NEW.credits_used, 0)) THEN
    RAISE EXCEPTION 'generation % is % and its hold is not', NEW.id, NEW.status;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER generation_is_metered AFTER INSERT OR UPDATE OF status ON generation
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION generation_is_metered();

CREATE TABLE idempotency_record (
  account_id  text NOT NULL REFERENCES account,
  operation   text NOT NULL,
  key         text NOT NULL,
  -- SHA-256 of the canonical body.
  fingerprint bytea NOT NULL,
  request_id  text NOT NULL,
  -- What the first call made, from which its answer is given again.
  made        text NOT NULL,
  created_at  timestamptz NOT NULL,
  PRIMARY KEY (account_id, operation, key)
);
CREATE INDEX idempotency_record_by_age ON idempotency_record (created_at);

CREATE TABLE output (
  -- The unguessable last part of output_url.
  name          text PRIMARY KEY,
  generation_id text NOT NULL UNIQUE REFERENCES generation,
  content_type  text NOT NULL,
  length        bigint NOT NULL,
  entity_tag    text NOT NULL,
  -- Null once expired: the row stays, so that the address answers 410 and not 404.
  content       bytea,
  created_at    timestamptz NOT NULL,
  expires_at    timestamptz NOT NULL
);
-- Pictures are compressed already; uncompressed storage makes byte ranges cheap.
ALTER TABLE output ALTER COLUMN content SET STORAGE EXTERNAL;
CREATE INDEX output_by_expiry ON output (expires_at) WHERE content IS NOT NULL;
