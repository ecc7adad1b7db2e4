#!/usr/bin/env python3
"""Kills the console again and again, and looks whether anything is lost that it had shown as done.

    Tests/Scripts/kills.py --program .build/release/recorder-console [--rounds 200] [--seed 1]

Half of the kills come at any moment while keys stream in; half at the very byte after which the
screen shows a deed as done: that time has passed, or that the notebook is closed.
"""

import argparse
import calendar
import json
import random
import shutil
import sys
import tempfile
import time

from console_pty import ENTER, ESCAPE, F, Console, Late, kept


class Lost(Exception):
    """The screen had shown more than was kept."""


# What one press of F8 lets pass, in seconds.
JUMP = 15 * 60


def seconds(shown_time):
    """The seconds of a time as the screen shows it."""
    return calendar.timegm(time.strptime(shown_time, "%Y-%m-%d %H:%M"))


class Trainee:
    """Somebody who remembers what the screen has shown."""

    def __init__(self, program, home, rng):
        self.program, self.home, self.rng = program, home, rng
        self.shown_time = ""
        self.first_time = ""
        self.notes = []
        self.written = 0

    def start(self, is_first):
        console = Console(self.program, self.home, "--seed", "7")
        if not is_first:
            console.see("Go on?")
            console.send(ENTER)
            console.see_no_more("Go on?")
        console.see("SIMULATED")
        console.wait(lambda _: console.title_time() != "", "no time in the title")
        self.first_time = self.first_time or console.title_time()
        return console

    # The deeds: each sends its keys, and says how the screen shows that it is done.

    def let_time_pass(self, console):
        before = console.title_time()
        console.send(F[8])
        return lambda text: console.title_time() > before

    def write_note(self, console):
        console.send(F[9])
        console.see("Notebook")
        self.written += 1
        word = f"w{self.written}."
        console.send(word + ESCAPE)
        return (lambda text: "Notebook" not in text), word

    def note_down(self, console):
        """What the screen shows as done."""
        self.shown_time = max(self.shown_time, console.title_time())

    def at_the_byte(self, console):
        for _ in range(self.rng.randint(0, 2)):
            done = self.let_time_pass(console)
            console.wait(done, "time did not pass")
        if self.rng.random() < 0.5:
            done, word = self.write_note(console)
            console.wait(done, "the notebook did not close", bytewise=True)
            self.notes.append(word)
        else:
            done = self.let_time_pass(console)
            console.wait(done, "time did not pass", bytewise=True)
        console.kill()
        # What it had written before is shown as well.
        console.end()
        self.note_down(console)

    def at_any_moment(self, console):
        end = time.monotonic() + self.rng.uniform(0.0, 1.2)
        word = None
        while time.monotonic() < end:
            if self.rng.random() < 0.3:
                self.written += 1
                word = f"w{self.written}."
                console.send(F[9] + word + ESCAPE)
            else:
                console.send(F[8] * self.rng.randint(1, 4))
            # The moment falls into whatever the console is about.
            while console.read(min(0.03, max(0.0, end - time.monotonic()))):
                pass
        console.kill()
        console.end()
        self.note_down(console)

    def has_shown_a_deed(self):
        """Whether time was let pass, or a note written: a minute begins by itself as well."""
        return bool(self.notes) or seconds(self.shown_time) - seconds(self.first_time) >= JUMP - 60

    def check(self):
        found = kept(self.home)
        if found is None:
            # A practice in which nothing was done yet is not kept.
            if self.has_shown_a_deed():
                raise Lost("nothing is kept")
            return
        record = json.loads(found[0])
        notes = record["desk"]["surroundings"]["notes"]
        clock = time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(record["clock"] / 1000))
        # A minute may have begun by itself since the last deed was kept: the clock goes on while
        # nothing is done. A jump is of many.
        if record["clock"] / 1000 < seconds(self.shown_time) - 60:
            raise Lost(f"the screen showed {self.shown_time}, kept is {clock}")
        for word in self.notes:
            if word not in notes:
                raise Lost(f"{word} was shown as written; the notes are {notes[-80:]}")
        # From now on they are what is known to be there.
        if len(notes) > 3000:
            self.notes = []


def run(program, rounds, seed):
    rng = random.Random(seed)
    home = tempfile.mkdtemp(prefix="kills-")
    trainee = Trainee(program, home, rng)
    lost = 0
    kinds = {"at any moment": trainee.at_any_moment, "at the byte": trainee.at_the_byte}
    try:
        is_first = True
        for name, deed in kinds.items():
            for number in range(rounds):
                try:
                    console = trainee.start(is_first)
                    deed(console)
                    trainee.check()
                    is_first = kept(home) is None
                except (Lost, Late) as error:
                    lost += 1
                    print(f"{name}, round {number}: {error}", flush=True)
                    console.kill()
            print(f"{rounds} kills {name}: {lost} lost so far", flush=True)
    finally:
        shutil.rmtree(home, ignore_errors=True)
    return lost


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--program", required=True)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    sys.exit(1 if run(options.program, options.rounds, options.seed) else 0)
