#!/usr/bin/env python3
"""Reads results as other programs do: CSV and JSON by Python's own readers, which have to find the same.

    Tests/Scripts/read_results.py RESULTS.csv RESULTS.json

Says how many attempts both have, and each fault. A spreadsheet must take no cell for a formula: one
that begins like it has an apostrophe in front, in CSV alone.
"""

import csv
import json
import sys

COLUMNS = ["started", "trainee", "scenario", "mode", "points", "verdict", "steps", "wrong turns",
           "hints", "time"]

with open(sys.argv[1], newline="", encoding="utf-8-sig") as file:
    head, *rows = csv.reader(file, strict=True)
with open(sys.argv[2], encoding="utf-8") as file:
    objects = json.load(file)

faults = [] if head == COLUMNS else [f"the columns are {head}"]
if len(rows) != len(objects):
    faults.append(f"{len(rows)} rows in CSV, {len(objects)} in JSON")
for number, (row, found) in enumerate(zip(rows, objects)):
    if list(found) != COLUMNS:
        faults.append(f"attempt {number} has {list(found)}")
        continue
    for column, cell, value in zip(COLUMNS, row, found.values()):
        if cell[:1] in ("=", "+", "@", "\t", "\r") or cell[:1] == "-" and cell != "-":
            faults.append(f"attempt {number}: {column} is a formula: {cell}")
        if value not in (cell, cell.removeprefix("'")):
            faults.append(f"attempt {number}: {column} is {cell!r} in CSV, {value!r} in JSON")
for fault in faults:
    print(fault)
print(f"{len(rows)} attempts, {len(faults)} faults")
sys.exit(1 if faults else 0)
