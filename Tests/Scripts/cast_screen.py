#!/usr/bin/env python3
"""Holds a cast to its specification, and shows what a terminal model of somebody else's makes of it.

    cast_screen.py FILE     prints the last screen, a line for each row

Ends with 0, or 1 and what is wrong. Needs pyte (pip).
https://docs.asciinema.org/manual/asciicast/v2/ and .../v3/
"""
import json
import re
import sys

import pyte


def fail(line, why):
    sys.exit(f"line {line}: {why}")


def whole(value):
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


def size_of(header):
    if header.get("version") == 2:
        size = header.get("width"), header.get("height")
    elif header.get("version") == 3:
        term = header.get("term")
        if not isinstance(term, dict):
            fail(1, "expected an object for term")
        size = term.get("cols"), term.get("rows")
        if "type" in term and not isinstance(term["type"], str):
            fail(1, "expected a text for the terminal's type")
    else:
        fail(1, f"expected version 2 or 3, found {header.get('version')}")
    if not all(whole(extent) for extent in size):
        fail(1, f"expected whole columns and rows, found {size}")
    if "timestamp" in header and not whole(header["timestamp"]):
        fail(1, "expected whole seconds for the timestamp")
    if "title" in header and not isinstance(header["title"], str):
        fail(1, "expected a text for the title")
    return size


def check(number, event, version, last):
    if not isinstance(event, list) or len(event) != 3:
        fail(number, "expected a time, a code and data")
    time, code, data = event
    if isinstance(time, bool) or not isinstance(time, (int, float)) or time < 0:
        fail(number, f"expected a time, found {time}")
    if version == 2 and time < last:
        fail(number, f"{time} is before {last}")
    if code not in ("o", "i", "m", "r", "x")[: 4 if version == 2 else 5]:
        fail(number, f"unknown code {code}")
    if not isinstance(data, str):
        fail(number, "expected a text for the data")
    if code == "r" and not re.fullmatch(r"[1-9]\d*x[1-9]\d*", data):
        fail(number, f"expected a size such as 80x24, found {data}")
    if code == "x" and not re.fullmatch(r"\d+", data):
        fail(number, f"expected a status, found {data}")
    return time


def main():
    with open(sys.argv[1], encoding="utf-8", newline="") as file:
        text = file.read()
    if not text.endswith("\n"):
        sys.exit("the last line has no end")
    lines = text[:-1].split("\n")
    header = json.loads(lines[0])
    columns, rows = size_of(header)
    screen = pyte.Screen(columns, rows)
    stream = pyte.Stream(screen)
    last, has_ended = 0, False
    for number, line in enumerate(lines[1:], 2):
        if line.startswith("#") and header["version"] == 3:
            continue
        if has_ended:
            fail(number, "something follows the end")
        event = json.loads(line)
        last = check(number, event, header["version"], last)
        if event[1] == "o":
            stream.feed(event[2])
        elif event[1] == "r":
            columns, rows = map(int, event[2].split("x"))
            screen.resize(rows, columns)
        elif event[1] == "x":
            has_ended = True
    print("\n".join(row.rstrip() for row in screen.display))


main()
