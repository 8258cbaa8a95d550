-- The processes that work on this database. A node is alive as long as its session holds the advisory lock of its number;
-- the row is committed when the lock is already held.
CREATE TABLE node (
  number     integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- A process that has lost its session and comes back takes a new number under its old name.
  name       text NOT NULL UNIQUE,
  started_at timestamptz NOT NULL
);
