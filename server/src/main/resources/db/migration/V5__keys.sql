-- What a key may do, and where it may be used from.
ALTER TABLE api_key
  ADD COLUMN scopes      text[] NOT NULL DEFAULT
    '{generations:read,generations:write,models:read,account:read,requests:read,keys:read,keys:write}',
  -- The only models that it may use; null for all that its account may.
  ADD COLUMN models      text[],
  -- The only addresses and ranges that it may be used from; null for any.
  ADD COLUMN allowed_ips text[];
UPDATE api_key SET scopes = scopes || '{operator}' WHERE operator;
ALTER TABLE api_key ALTER COLUMN scopes DROP DEFAULT, DROP COLUMN operator;
CREATE INDEX api_key_by_account ON api_key (account_id, id DESC);
