#!/usr/bin/env python3
"""Practises on a disk that is full for a while, and looks whether everything is there in the end.

    Tests/Scripts/full_disk.py --program .build/release/recorder-console

Mounts a small file system of its own, which needs root; says so where it cannot.
"""

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile

from console_pty import ENTER, ESCAPE, F, Console, kept
from exam_kills import STEPS, lesson, results


def say(text):
    print(text, flush=True)


def write(console, text):
    console.send(F[9])
    console.see("Notebook")
    console.send(text + ESCAPE)
    console.see_no_more("Notebook")


def fill(place):
    with open(os.path.join(place, "filler"), "wb", buffering=0) as file:
        for size in (65536, 4096, 512, 1):
            try:
                while True:
                    file.write(b"x" * size)
            except OSError:
                pass


def run(program, place):
    home = os.path.join(place, "state")
    console = Console(program, home)
    console.see("SIMULATED")
    console.send(F[8])
    console.see("15 min later")
    fill(place)
    # A page that the file system still has may take one save more.
    for _ in range(40):
        before = console.title_time()
        console.send(F[8])
        console.wait(lambda text: console.title_time() > before, "time did not pass")
        if "NOT KEPT" in console.screen.text().split("\n")[0]:
            break
    console.see("NOT KEPT", "a full disk is not marked")
    write(console, "while it was full")
    console.send("\x03")
    console.see("not kept yet")
    console.see("NOT KEPT")
    os.remove(os.path.join(place, "filler"))
    for _ in range(4):
        before = console.title_time()
        console.send(F[8])
        console.wait(lambda text: console.title_time() > before, "time did not pass")
    console.see_no_more("NOT KEPT")
    # An open notebook is closed by the end itself.
    console.send(F[9])
    console.see("Notebook")
    console.send(" and after")
    console.see("and after")
    time = console.title_time()
    console.kill(signal.SIGTERM)
    status = console.end()
    assert status == 0, f"exit {status}"
    files = sorted(os.listdir(os.path.join(home, "recorder-console")))
    assert files == ["practice.lock", "practice.sqlite"], files
    notes = json.loads(kept(home)[0])["desk"]["surroundings"]["notes"]
    assert "while it was full" in notes and " and after" in notes, notes
    console = Console(program, home)
    console.see("Go on?")
    console.send(ENTER)
    console.see_no_more("Go on?")
    console.wait(lambda text: console.title_time() >= time, f"the clock was at {time}")
    console.kill()
    console.end()
    say("a disk that was full for a while: everything is there")


def full_while_leaving(program, place):
    """The last save fails, the disk is freed, and leaving tries once more."""
    home = os.path.join(place, "leaving")
    console = Console(program, home)
    console.see("SIMULATED")
    console.send(F[8])
    console.see("15 min later")
    fill(place)
    for number in range(40):
        write(console, f"n{number}.")
        if "NOT KEPT" in console.screen.text():
            break
    console.see("NOT KEPT")
    os.remove(os.path.join(place, "filler"))
    console.send(F[10])
    console.see("once more")
    console.send("\x1bOD" + ENTER)
    assert console.end() == 0
    notes = json.loads(kept(home)[0])["desk"]["surroundings"]["notes"]
    assert f"n{number}." in notes, notes
    say("a last save that failed: done with leaving")


def full_in_an_exam(program, place):
    """The disk is full while steps of an exam are done, and free before the last one."""
    home = os.path.join(place, "exam")
    file = os.path.join(place, "killed-exam.yaml")
    lesson(file)
    console = Console(program, home, "practice", file, "--mode", "exam", "--trainee", "ann")
    console.see("have to be written")
    console.send(ENTER)
    console.see_no_more("have to be written")
    write(console, "w")
    fill(place)
    for number in range(1, STEPS - 1):
        write(console, "w")
    # A page that the file system still has may take some of them.
    console.see("NOT KEPT", "a full disk is not marked")
    attempts, steps, endings = results(home)
    assert len(attempts) == 1 and 1 <= len(steps) < STEPS - 1 and not endings, (steps, endings)
    os.remove(os.path.join(place, "filler"))
    write(console, "w")
    console.see("Verdict")
    attempts, steps, endings = results(home)
    assert len(attempts) == 1 and len(steps) == STEPS, steps
    assert [ending[:2] for ending in endings] == [(100, 1)], endings
    console.kill()
    console.end()
    say("a disk that was full in an exam: every step is there, and it is passed")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--program", required=True)
    options = parser.parse_args()
    place = tempfile.mkdtemp(prefix="full-")
    mounted = os.geteuid() == 0 and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", place], check=False).returncode == 0
    if not mounted:
        say("SKIPPED: a small file system can be mounted by root alone")
        sys.exit(0)
    try:
        run(options.program, place)
        full_while_leaving(options.program, place)
        full_in_an_exam(options.program, place)
    finally:
        subprocess.run(["umount", "-l", place], check=False)
        os.rmdir(place)
