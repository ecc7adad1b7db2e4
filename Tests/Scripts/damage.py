#!/usr/bin/env python3
"""Starts the console on practices that were damaged, and looks whether it says so.

    Tests/Scripts/damage.py --program .build/release/recorder-console \
        [--records 1000] [--bits 300] [--seed 1]

A record with one value changed, its sum set right: the console either goes on with it, through
some keys and a clean end, or says that it is damaged and puts it aside. A file with one bit
flipped: the console either says so, or goes on with exactly what was kept. Anything else is a
crash or a silent loss.
"""

import argparse
import json
import os
import random
import re
import shutil
import sqlite3
import sys
import tempfile

from console_pty import ENTER, ESCAPE, F, Console, Late, folder, kept, leave, practice

TOLD = ["Please note", "Not kept"]


def row_sum(data):
    total = 0xCBF29CE484222325
    for byte in data:
        total = ((total ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return total - (1 << 64) if total >= 1 << 63 else total


def practices(program, place):
    """Folders with practices as consoles leave them: some closed, some killed."""
    result = []

    def play(name, arguments, keys, is_killed):
        home = os.path.join(place, name)
        os.makedirs(home)
        console = Console(program, home, *arguments)
        console.see("SIMULATED")
        for key, sight in keys:
            console.send(key)
            console.wait(sight, f"{name}: {key!r} was not answered")
        if is_killed:
            console.kill()
            console.end()
        else:
            status = leave(console)
            assert status in (0, 3), status
        result.append(home)

    wrong = [(ENTER, "User name")] + [
        (f"wrong{left}" + ENTER, f"{left} tr") for left in (4, 3)] + [(ESCAPE, "Enter Log in")]
    passed = [(F[8], "15 min later")] * 2
    note = [(F[9], "Notebook"), 
            ("some words" + ESCAPE, lambda text: "Notebook" not in text)]
    restore = [(ENTER, "User name"), ("\t" + ENTER, "Current time"), ("\x10", "Photo taken")]
    camera = ["--recorder", "nvr-1-4-2", "--seed", "3"]
    for is_killed in (False, True):
        end = "killed" if is_killed else "closed"
        play(f"fresh-{end}", [], passed + note, is_killed)
        play(f"camera-{end}", camera, passed + note + passed, is_killed)
        play(f"lesson-{end}", ["practice", "eleven-at-night"],
             [(ENTER, "Lesson 1/8")] + wrong + note, is_killed)
        play(f"restore-{end}", [], restore, is_killed)
    return result


def places(tree, path=()):
    """The paths of all values that hold no others."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from places(value, path + (key,))
    elif isinstance(tree, list):
        for number, value in enumerate(tree):
            yield from places(value, path + (number,))
        yield path
    else:
        yield path


def changed(value, rng):
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return rng.choice([
            -(1 << 63), (1 << 63) - 1, -1, 0, 1, value + 1, value - 1, -value, value * 1000,
            value // 2, 10 ** 18, rng.randint(-100, 100), rng.randint(0, 1 << 40)])
    if isinstance(value, str):
        return rng.choice(["", "x", value + value, value[:-1], value[::-1], "-1", "99999999999",
                           "\u202e\x1b[2J", "é" * 300, value.upper()])
    if isinstance(value, list):
        return rng.choice([[], value + value, value[:-1], value[::-1]])
    return rng.choice([None, 0, "", []])


def change_one_value(home, rng):
    """Changes one value of what is kept, and sets the sum right; returns what was changed."""
    base = sqlite3.connect(practice(home))
    table, column = rng.choice([("practice", "record")] * 8 + [("definitions", "list")]
                               + [("logEntry", "entry")])
    rows = base.execute(f"SELECT rowid, {column} FROM {table}").fetchall()
    if not rows:
        table, column = "practice", "record"
        rows = base.execute(f"SELECT rowid, {column} FROM {table}").fetchall()
    number, data = rng.choice(rows)
    tree = json.loads(bytes(data))
    path = rng.choice([path for path in places(tree) if path])
    spot = tree
    for key in path[:-1]:
        spot = spot[key]
    before = spot[path[-1]]
    spot[path[-1]] = changed(before, rng)
    what = f"{table} {'.'.join(map(str, path))}: {str(before)[:40]} -> {str(spot[path[-1]])[:40]}"
    data = json.dumps(tree, separators=(",", ":")).encode()
    base.execute(f"UPDATE {table} SET {column} = ?, sum = ? WHERE rowid = ?",
                 (data, row_sum(data), number))
    base.commit()
    base.close()
    return what


def flip_one_bit(home, rng):
    files = [practice(home) + suffix for suffix in ("", "-wal")
             if os.path.exists(practice(home) + suffix)]
    path = rng.choice(files)
    with open(path, "r+b") as file:
        place = rng.randrange(os.path.getsize(path))
        file.seek(place)
        byte = file.read(1)[0]
        file.seek(place)
        file.write(bytes([byte ^ 1 << rng.randrange(8)]))
    return f"{os.path.basename(path)} byte {place}"


def first_word(console):
    """What the console says once it has opened the store."""
    console.wait(
        lambda text: "Go on?" in text or any(told in text for told in TOLD)
        or re.search(r"Leave$", text), "nothing was said", patience=20)
    # The live view may stand before the store has answered.
    for _ in range(20):
        text = console.screen.text()
        if "Go on?" in text or any(told in text for told in TOLD):
            return text
        console.read(0.05)
    return console.screen.text()


def use(console):
    """Goes on, and through the places; the end has to be a clean one."""
    console.send(ENTER)
    console.see_no_more("Go on?")
    for key in (F[8], F[8], F[3], F[4], F[5], F[6], F[2], ENTER, ESCAPE, ESCAPE):
        console.send(key)
        console.read(0.05)
    # Where a question stands in front, Escape answers it first.
    for _ in range(4):
        console.send(F[9])
        console.read(0.5)
        if "─ Notebook" in console.screen.text():
            break
        console.send(ESCAPE)
        console.read(0.5)
    console.see("─ Notebook")
    # Escape and a key behind it at once would be Alt with that key.
    console.send(ESCAPE)
    console.see_no_more("─ Notebook")
    # Whatever happens meanwhile may cover the warning: twice within its time leaves all the same.
    console.send("\x03\x03")
    status = console.end(patience=15)
    if status not in (0, 3):
        raise Late(f"exit {status}")


def aside(home):
    return [name for name in os.listdir(folder(home)) if name.startswith("practice-damaged")]


def attempt(program, source, change, is_record, rng):
    """Returns what came of one change: `told`, `went on`, or raises."""
    home = tempfile.mkdtemp(prefix="damage-")
    try:
        shutil.rmtree(home)
        shutil.copytree(source, home)
        before = kept(home)
        what = change(home, rng)
        console = Console(program, home)
        try:
            text = first_word(console)
            if any(told in text for told in TOLD):
                if not aside(home):
                    raise Late("said, but nothing is kept aside\n" + text)
                console.kill()
                console.end()
                return "told"
            if "Go on?" not in text:
                raise Late("nothing was said, and nothing was offered\n" + text)
            if is_record:
                use(console)
            else:
                console.kill()
                console.end()
                if kept(home) != before:
                    raise Late("another practice was offered without a word")
            return "went on"
        except Late as error:
            console.kill()
            raise Late(f"{os.path.basename(source)}: {what}: {error}")
    finally:
        shutil.rmtree(home, ignore_errors=True)


def run(program, records, bits, seed):
    rng = random.Random(seed)
    place = tempfile.mkdtemp(prefix="practices-")
    failures = 0
    try:
        sources = practices(program, place)
        closed = [home for home in sources if home.endswith("closed")]
        for name, count, change, homes, is_record in (
                ("records with one value changed", records, change_one_value, closed, True),
                ("files with one bit flipped", bits, flip_one_bit, sources, False)):
            outcomes = {"told": 0, "went on": 0, "failed": 0}
            for _ in range(count):
                try:
                    outcomes[attempt(program, rng.choice(homes), change, is_record, rng)] += 1
                except Late as error:
                    outcomes["failed"] += 1
                    failures += 1
                    print(error, flush=True)
            print(f"{count} {name}: {outcomes}", flush=True)
    finally:
        shutil.rmtree(place, ignore_errors=True)
    return failures


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--program", required=True)
    parser.add_argument("--records", type=int, default=1000)
    parser.add_argument("--bits", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    sys.exit(1 if run(options.program, options.records, options.bits, options.seed) else 0)
