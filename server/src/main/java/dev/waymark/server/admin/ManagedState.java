package dev.waymark.server.admin;

import dev.waymark.server.accounts.Statement;
import dev.waymark.server.accounts.StoredAccount;

/** An account, and how it stands. */
record ManagedState(StoredAccount account, Statement statement) {}
