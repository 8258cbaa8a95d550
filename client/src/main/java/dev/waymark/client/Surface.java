package dev.waymark.client;

/** One interface for each tag of the contract. */
record Surface(
    Generations generations,
    Outputs outputs,
    Models models,
    Accounts account,
    Keys keys,
    Admin admin,
    Requests requests,
    ErrorCatalogue errors,
    Docs docs,
    Metrics metrics) {}
