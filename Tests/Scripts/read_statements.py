#!/usr/bin/env python3
"""Reads xAPI statements as somebody else would, and says what is wrong with them.

    Tests/Scripts/read_statements.py FILE

FILE is a JSON array, as `recorder-console results --xapi FILE` writes it. Each statement is held to
statement.schema.json; all together to the rules of cmi5: ids by attempt and verb, legal order,
moments that rise, and score, success and completion only where they belong. Ends with 0 where
nothing is wrong, and with 1 where something is.
"""

import json
import os
import re
import sys
import uuid
from datetime import datetime

TYPES = {"object": dict, "string": str, "boolean": bool, "number": (int, float)}
# A session: what may come, each at most once, in this order; passed and failed shut one another out.
ORDER = ["initialized", "completed", "passed", "failed", "terminated"]


def faults(value, schema, root, place="statement"):
    """What a value breaks of a schema, for the words of JSON schema that ours uses."""
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rsplit("/", 1)[1]]
    kind = schema.get("type")
    if kind and (not isinstance(value, TYPES[kind]) or kind == "number" and value is True):
        return [f"{place}: expected {kind}, found {value!r}"]
    found = []
    if "const" in schema and (value != schema["const"] or type(value) is not type(schema["const"])):
        found.append(f"{place}: expected {schema['const']!r}, found {value!r}")
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"{place}: {value!r} is none of the choices")
    if "pattern" in schema and not re.search(schema["pattern"], value):
        found.append(f"{place}: {value!r} does not look like {schema['pattern']}")
    if "minimum" in schema and value < schema["minimum"]:
        found.append(f"{place}: {value} is too little")
    if "maximum" in schema and value > schema["maximum"]:
        found.append(f"{place}: {value} is too much")
    if kind == "object":
        found += [f"{place}: {name} is missing" for name in schema.get("required", []) if name not in value]
        for name, part in value.items():
            if "propertyNames" in schema:
                found += faults(name, schema["propertyNames"], root, f"{place}.{name}")
            rest = schema.get("additionalProperties", {})
            rule = schema.get("properties", {}).get(name, rest)
            if rule is False:
                found.append(f"{place}: {name} does not belong there")
            else:
                found += faults(part, rule, root, f"{place}.{name}")
    return found


def moment(statement):
    return datetime.fromisoformat(statement["timestamp"].replace("Z", "+00:00"))


def verb(statement):
    return statement["verb"]["id"].rsplit("/", 1)[1]


def seconds(duration):
    hours, minutes, rest = re.fullmatch(r"PT(?:(\d+)H)?(?:(\d+)M)?([\d.]+)S", duration).groups()
    return int(hours or 0) * 3600 + int(minutes or 0) * 60 + float(rest)


def broken_rules(attempt, statements):
    """What the statements of one attempt break, in the order in which they stand."""
    session, last, begun, earlier, once = 1, None, None, 0.0, set()
    reached = -1
    for statement in statements:
        name, at = verb(statement), moment(statement)
        place = f"{attempt} {name}"
        if last is not None and at <= last:
            yield f"{place}: the moment does not rise"
        last = at
        if name == "initialized":
            if reached != -1:
                yield f"{place}: out of order"
            reached, begun = 0, at
        elif reached < 0 or ORDER.index(name) <= reached:
            yield f"{place}: out of order"
            continue
        if name in ("completed", "passed", "failed"):
            kind = "verdict" if name != "completed" else name
            if kind in once:
                yield f"{place}: a second time in one registration"
            once.add(kind)
        reached = ORDER.index(name) if name != "passed" else ORDER.index("failed")
        named = name if session == 1 else f"{name} {session}"
        if statement["id"] != str(uuid.uuid5(uuid.UUID(attempt), named)):
            yield f"{place}: the id is not that of the attempt and the verb"
        result = statement.get("result", {})
        if ("score" in result) != (name in ("passed", "failed")):
            yield f"{place}: a score belongs to passed and failed, and nowhere else"
        if result.get("success") != {"passed": True, "failed": False}.get(name):
            yield f"{place}: wrong success"
        if ("completion" in result) != (name == "completed"):
            yield f"{place}: completion belongs to completed, and nowhere else"
        if ("duration" in result) != (name != "initialized"):
            yield f"{place}: wrong duration"
        if name != "initialized":
            length = (at - begun).total_seconds()
            expected = length if name == "terminated" else earlier + length
            if abs(seconds(result["duration"]) - expected) > 0.0101:
                yield f"{place}: the duration is {result['duration']}, it took {expected} s"
        if name == "terminated":
            session, reached, earlier = session + 1, -1, earlier + (at - begun).total_seconds()
    kinds = {json.dumps([s["actor"], s["object"], s["context"]], sort_keys=True) for s in statements}
    if len(kinds) > 1:
        yield f"{attempt}: it is of several trainees or lessons"


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        statements = json.load(file)
    folder = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(folder, "statement.schema.json"), encoding="utf-8") as file:
        schema = json.load(file)
    found = [fault for statement in statements for fault in faults(statement, schema, schema)]
    if not found:
        ids = [statement["id"] for statement in statements]
        found += [f"{name}: twice" for name in sorted(set(ids)) if ids.count(name) > 1]
        attempts = {}
        for statement in statements:
            attempts.setdefault(statement["context"]["registration"], []).append(statement)
        for attempt, its in attempts.items():
            found += broken_rules(attempt, its)
    for fault in found:
        print(fault)
    print(f"{len(statements)} statements, {len(found)} faults")
    return 1 if found else 0


sys.exit(main())
