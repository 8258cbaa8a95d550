"""Holds recorded exchanges against a contract with openapi-core: openapi_core_judge.py CONTRACT TRAFFIC FINDINGS.

Traffic and findings are JSON, one exchange a line; a finding names its exchange by n.
"""

import base64
import json
import re
import sys
from urllib.parse import parse_qsl, urlsplit

import yaml
from openapi_core import Config, OpenAPI
from openapi_core.datatypes import RequestParameters
from openapi_core.templating.paths.exceptions import PathError
from werkzeug.datastructures import Headers, ImmutableMultiDict

# It knows no JSON but application/json by itself.
OTHER_JSON = ["application/problem+json"] + [f"application/vnd.waymark.{shape}+json" for shape in ("status", "plain", "typed")]
SERVER = "http://127.0.0.1:8080"


class Asked:
    """A request as openapi-core wants it."""

    def __init__(self, line):
        parts = urlsplit(line["target"])
        self.host_url = SERVER
        self.path = parts.path
        # What HEAD is answered is what GET is, without a body.
        self.method = line["method"].lower()
        self.body = None
        self.content_type = "application/json"
        self.parameters = RequestParameters(query=ImmutableMultiDict(parse_qsl(parts.query)), header=Headers(), cookie=ImmutableMultiDict())


class Answered:
    """An answer as openapi-core wants it."""

    def __init__(self, line):
        self.status_code = line["status"]
        self.headers = Headers(line["headers"])
        self.content_type = self.headers.get("Content-Type", "").lower()
        self.data = base64.b64decode(line["body"])


def place(line):
    """Where it was answered."""
    path = re.sub(r"[a-z]{3}_[^/]+|\d{4,}", "#", urlsplit(line["target"]).path)
    return f"{line['method']} {path} {line['status']} {Headers(line['headers']).get('Content-Type', '')}:"


def told(error):
    """What is wrong, without what differs from call to call: no values."""
    words = [type(error).__name__, str(getattr(error, "name", ""))]
    deeper = error
    while deeper is not None:
        for cause in getattr(deeper, "schema_errors", []):
            place = ".".join(str(part) for part in cause.absolute_path if not isinstance(part, int))
            missing = cause.message if cause.validator == "required" else ""
            words += [place, str(cause.validator), missing]
        deeper = deeper.__cause__
    return " ".join(word for word in words if word)[:300]


def main(contract, traffic, findings):
    with open(contract, encoding="utf-8") as file:
        document = yaml.safe_load(file)
    document["servers"] = [{"url": SERVER}]
    api = OpenAPI.from_dict(document, config=Config(extra_media_type_deserializers={name: json.loads for name in OTHER_JSON}))
    with open(traffic, encoding="utf-8") as lines, open(findings, "w", encoding="utf-8") as found:
        for text in lines:
            line = json.loads(text)
            try:
                errors = list(api.iter_apicall_response_errors(Asked(line), Answered(line)))
            except PathError:
                # It judges nothing of what the contract has no operation for, HEAD and OPTIONS among them.
                continue
            except Exception as error:  # What it cannot read is a finding, too.
                errors = [error]
            told_all = sorted({f"{place(line)} {told(error)}" for error in errors if not isinstance(error, PathError)})
            if told_all:
                found.write(json.dumps({"n": line["n"], "found": told_all}) + "\n")


main(*sys.argv[1:])
