#!/usr/bin/env python3
"""Kills the console again and again while an exam runs, and looks whether the exam is still the same.

    Tests/Scripts/exam_kills.py --program .build/release/recorder-console [--kills 100] [--seed 1]

Each exam is begun by its name, killed at random moments while its solution is typed, and begun by its
name again. No finished step may be missing from the results; it stays one attempt, which nobody can
begin again; its time goes on while the console is dead; and it is passed in the end, as without kills.
"""

import argparse
import json
import os
import random
import shutil
import sqlite3
import sys
import tempfile
import time

from console_pty import ENTER, ESCAPE, F, Console, Late, folder, kept

STEPS = 24
# The clock is read when something is kept, and a start takes a while on a busy machine.
SLACK = 4.0


def lesson(path):
    """An exam whose steps are each done by one note."""
    steps = "".join(
        f"""  - id: note-{number}
    say: Write note {number} into the notebook.
    until: notes-written
    solution: F9 text:w Esc
""" for number in range(STEPS))
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"""scenario: killed-exam
title: Two dozen notes
story: |
  Two dozen notes have to be written.
recorder: classic-dvr-2018
start: 2026-11-20 09:00
situation:
  adminPassword: {{ known: 12345 }}
steps:
{steps}goals:
  - say: The recorder runs
    check: running
exam: {{ minutes: 30, pass: 70 % }}
""")


class Wrong(Exception):
    """The exam is not what it was."""


def results(home):
    """The attempts, the steps that are done, and the endings, read from a copy of the file."""
    place = tempfile.mkdtemp()
    try:
        for suffix in ("", "-wal"):
            source = os.path.join(folder(home), "results.sqlite" + suffix)
            if os.path.exists(source):
                shutil.copy(source, os.path.join(place, "r.sqlite" + suffix))
        base = sqlite3.connect(os.path.join(place, "r.sqlite"))
        try:
            return tuple(base.execute(query).fetchall() for query in (
                "SELECT id, mode FROM attempt",
                "SELECT name FROM step WHERE outcome = 'done' ORDER BY number",
                "SELECT points, isPassed, practiceTime FROM ending"))
        except sqlite3.OperationalError as error:
            if "no such table" in str(error):
                return [], [], []
            raise
        finally:
            base.close()
    finally:
        shutil.rmtree(place)


def practised(home):
    """The lesson of the kept practice; None where none is kept, or its file was not whole yet."""
    try:
        found = kept(home)
    except sqlite3.OperationalError:
        return None
    return found and json.loads(found[0]).get("lesson")


class Exam:
    """One exam from its beginning to its end, over any number of kills."""

    def __init__(self, program, file, rng):
        self.program, self.file, self.rng = program, file, rng
        self.home = tempfile.mkdtemp(prefix="exam-")
        self.attempt = None
        self.begun = None
        self.shown = 0
        self.written = 0
        self.kills = 0

    def start(self):
        console = Console(
            self.program, self.home, "practice", self.file, "--mode", "exam", "--trainee", "ann",
            "--no-mouse")
        lesson = practised(self.home)
        console.wait(
            lambda text: ("Go on?" if lesson else "have to be written") in text,
            "neither the exam nor the offer to go on came")
        if lesson:
            if "verdict" not in lesson:
                console.see("is running, at step", "the offer is of no exam that runs")
            console.send(ENTER)
            console.see_no_more("Go on?")
            # What the practice has, and a kill kept from the results, comes there without a key.
            done = lesson["outcomes"].count("done")
            console.wait(
                lambda _: len(results(self.home)[1]) >= done,
                f"{done} steps are done, and not all of them kept")
        return console

    def watch(self, console, within):
        """Takes in what comes; a notebook that was open and is closed has its note kept."""
        is_open = "Notebook" in console.screen.text()
        came = console.read(within, 256)
        if is_open and "Notebook" not in console.screen.text():
            self.written += 1
        return came

    def check(self):
        attempts, steps, endings = results(self.home)
        if len(attempts) > 1:
            raise Wrong(f"it was begun again: {attempts}")
        if attempts:
            if self.attempt not in (None, attempts[0]) or attempts[0][1] != "exam":
                raise Wrong(f"it was {self.attempt}, and is {attempts[0]}")
            self.attempt = attempts[0]
        if len(steps) < self.shown:
            raise Wrong(f"{self.shown} steps were shown as done, kept are {steps}")
        return len(steps), endings

    def run(self, most):
        """Until it is done, or so many kills."""
        while True:
            console = self.start()
            try:
                if self.play(console, self.rng.uniform(0.02, 0.4), self.kills < most):
                    return
            finally:
                console.kill()
                while self.watch(console, 0.0):
                    pass
                console.end()
            self.kills += 1
            self.shown = max(self.shown, min(self.written, STEPS))
            self.check()

    def play(self, console, until, is_killed):
        """Types notes until the moment of the kill; True where the exam came to its end."""
        end = time.monotonic() + until
        if "have to be written" in console.screen.text():
            console.send(ENTER)
        while not is_killed or time.monotonic() < end:
            done, endings = self.check()
            self.begun = self.begun or (time.time() if self.attempt else None)
            if endings:
                return self.is_won(endings)
            if is_killed:
                console.send(F[9] + "w" + ESCAPE)
                while self.watch(console, min(0.03, max(0.0, end - time.monotonic()))):
                    pass
            else:
                self.write(console)
        return False

    def write(self, console):
        console.send(F[9])
        console.see("Notebook")
        console.send("w" + ESCAPE)
        console.see_no_more("Notebook")

    def is_won(self, endings):
        points, is_passed, spent = endings[0]
        if (points, is_passed, len(endings)) != (100, 1, 1):
            raise Wrong(f"it was not passed: {endings}")
        passed = time.time() - self.begun
        if abs(spent / 1000 - passed) > SLACK:
            raise Wrong(f"{passed:.1f} s have passed, and {spent / 1000:.1f} s were counted")
        return True


def run(program, kills, seed):
    rng = random.Random(seed)
    place = tempfile.mkdtemp(prefix="exams-")
    file = os.path.join(place, "killed-exam.yaml")
    lesson(file)
    done, exams, wrong = 0, 0, 0
    try:
        while done < kills:
            exam = Exam(program, file, rng)
            try:
                exam.run(min(8, kills - done))
            except (Wrong, Late) as error:
                wrong += 1
                print(f"exam {exams}, after {exam.kills} kills: {error}", flush=True)
            finally:
                shutil.rmtree(exam.home, ignore_errors=True)
            done += exam.kills
            exams += 1
    finally:
        shutil.rmtree(place, ignore_errors=True)
    print(f"{done} kills in {exams} exams: {wrong} wrong", flush=True)
    return wrong


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--program", required=True)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    sys.exit(1 if run(options.program, options.kills, options.seed) else 0)
