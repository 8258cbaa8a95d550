"""What schemathesis.toml cannot say: who calls, which calls are not worth making, and what to count."""

import atexit
import json
import os
from collections import Counter
from pathlib import Path

import jsonschema_rs
import schemathesis

# Not as headers in schemathesis.toml: those of the operation that comes first would be sent with all the others, too.
OPERATOR = "WAYMARK_OPERATOR_KEY"
KEEPER = "WAYMARK_KEEPER_KEY"
CALLERS = {
    "getMetrics": OPERATOR,
    "listAccounts": OPERATOR,
    "createAccount": OPERATOR,
    "readAccount": OPERATOR,
    "updateAccount": OPERATOR,
    "changeCredits": OPERATOR,
    # Of an account of its own, which no list shows: so its id is not found, and it cannot be made to revoke itself.
    "createKey": KEEPER,
    "getKey": KEEPER,
    "updateKey": KEEPER,
    "revokeKey": KEEPER,
}


@schemathesis.auth(refresh_interval=None)
class Key:
    """The key that the operation is called with."""

    def get(self, case, context):
        return os.environ[CALLERS.get(context.operation.definition.raw["operationId"], "WAYMARK_KEY")]

    def set(self, case, data, context):
        case.headers["Authorization"] = "Bearer " + data


@schemathesis.hook
def filter_query(context, query):
    """No query that is wrong only by a parameter of which nothing is written: the server sees a right one."""
    query = query or {}
    declared = {parameter.name for parameter in context.operation.query}
    written = {name for name, value in query.items() if is_written(value)}
    return query.keys() <= declared or not written <= declared


def is_written(value):
    """Whether a parameter of that value leaves anything in the URL; an empty list, or one of such lists, does not."""
    return any(map(is_written, value)) if isinstance(value, list) else value is not None


@schemathesis.hook
def filter_case(context, case):
    """No body that is taken for a wrong one and is right, such as null against a format: formats are of texts only."""
    if not case.meta or not any(where.value == "body" and part.mode.is_negative for where, part in case.meta.components.items()):
        return True
    definition = case.operation.definition.raw["requestBody"]["content"].get("application/json")
    if definition is None or not isinstance(case.body, dict):
        return True
    root = {**definition["schema"], "components": case.operation.schema.raw_schema["components"]}
    return not jsonschema_rs.Draft202012Validator(root, validate_formats=True).is_valid(case.body)


refused = Counter()


@schemathesis.hook
def after_call(context, case, response):
    """Counts by operation what was refused for a limit; refused.json has it in the end."""
    if response.status_code == 429:
        refused[case.operation.definition.raw["operationId"]] += 1


atexit.register(lambda: Path("refused.json").write_text(json.dumps(refused)))
