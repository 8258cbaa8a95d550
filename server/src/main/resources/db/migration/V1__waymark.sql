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
