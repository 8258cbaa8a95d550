-- The sandbox of an account is an account of its own: its wallet, generations and idempotency keys never meet the real ones.
-- It has its account's plan and models.
ALTER TABLE account ADD COLUMN sandbox_of text REFERENCES account;
CREATE UNIQUE INDEX account_one_sandbox ON account (sandbox_of) WHERE sandbox_of IS NOT NULL;

-- The rendering of errors that a key is pinned to.
ALTER TABLE api_key ADD COLUMN error_format text NOT NULL DEFAULT 'native'
  CHECK (error_format IN ('native', 'problem', 'status', 'typed', 'plain'));

-- The error that a test key has asked for; the generation ends with it instead of being made.
ALTER TABLE generation ADD COLUMN forced_error text;
