#!/usr/bin/env python3
"""Kills whatever belongs to a class, at any moment, and looks whether the next sign-in still leads to the recorder.

    Tests/Scripts/class_kills.py --program .build/release/recorder-console [--rounds 200] [--seed 1]

Needs root, openssh-server and util-linux: it makes a host of its own with class-host. In each round one of these
is killed: the client, the two sshd of the session, the sshd that listens, the session, who watches it, who has
the wall, who presents; half of the time while it begins. Then somebody signs in anew.
"""

import argparse
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

from console_pty import F, Console, Late

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
INSTALLED = "/usr/local/bin/recorder-console"
SSHD = ["/usr/sbin/sshd", "-f", "/etc/recorder-class/sshd_config"]
PLACES = {F[3]: "Back panel ·", F[4]: "Phone", F[6]: "Laptop ·"}
VICTIMS = ["client", "session's sshd", "its monitor", "class's sshd", "session", "watch", "wall",
           "present"]


class Lost(Exception):
    """Something is in the way of the next, or was left."""


class Terminal(Console):
    """Any command in a terminal."""

    def __init__(self, words, home):
        self.begin(words, home)

    def finish(self):
        self.kill()
        self.end()


def parent(pid):
    try:
        with open(f"/proc/{pid}/stat") as file:
            return int(file.read().rpartition(")")[2].split()[1])
    except (OSError, ValueError):
        return None


def namespace(pid):
    try:
        return os.readlink(f"/proc/{pid}/ns/mnt")
    except OSError:
        return None


def name(pid):
    try:
        with open(f"/proc/{pid}/comm") as file:
            return file.read().strip()
    except OSError:
        return None


class Host:
    """A host with a class in which Ann takes part."""

    def __init__(self, program, folder):
        self.folder = folder
        os.mkdir(folder + "/host")
        self.holder = subprocess.Popen(
            [HERE + "/class-host", folder + "/host", ROOT + "/Assets", program],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.pid = int(self.holder.stdout.readline().split()[1])
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.key = folder + "/ann"
        self.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", self.key])
        self.admin("init", "--address", "127.0.0.1", "--port", str(self.port))
        self.admin("add", "ann", "--key", self.key + ".pub")

    def inside(self, words):
        return ["nsenter", "--target", str(self.pid), "--mount", "--", *words]

    def run(self, words):
        done = subprocess.run(self.inside(words), capture_output=True, text=True)
        if done.returncode != 0:
            raise Lost(f"{words}: {done.stdout}{done.stderr}")
        return done.stdout

    def admin(self, *words):
        return self.run([INSTALLED, "class", *words])

    def end(self):
        self.holder.stdin.close()
        self.holder.wait()

    def ssh(self):
        return Terminal(
            ["ssh", "-tt", "-p", str(self.port), "-F", "none", "-i", self.key, "-o",
             "IdentitiesOnly=yes", "-o", "StrictHostKeyChecking=no", "-o",
             "UserKnownHostsFile=/dev/null", "-o", "LogLevel=ERROR", "-o", "SendEnv=LANG",
             "class@127.0.0.1"], self.folder)

    def show(self, *words):
        return Terminal(self.inside([INSTALLED, *words]), self.folder)

    def sessions(self):
        own = namespace(self.pid)
        found = [int(entry) for entry in os.listdir("/proc") if entry.isdigit()]
        return [pid for pid in found
                if name(pid) == "recorder-class" and namespace(pid) == own]

    def master(self):
        with open(f"/proc/{self.pid}/root/run/recorder-class-sshd.pid") as file:
            return int(file.read())

    def sockets(self):
        return sorted(os.listdir(f"/proc/{self.pid}/root/run/recorder-class"))


class Class:
    """Somebody at work, and those around."""

    def __init__(self, host, rng):
        self.host, self.rng = host, rng
        self.terminals = {}
        self.place = None

    def stand(self):
        """Has all of them there."""
        begin = {"client": self.host.ssh, "present": lambda: self.host.show("present"),
                 "wall": lambda: self.host.show("wall"),
                 "watch": lambda: self.host.show("watch", "ann")}
        see = {"client": "SIMULATED", "present": "SIMULATED", "wall": "ann", "watch": "WATCHING"}
        for kind, make in begin.items():
            if kind not in self.terminals:
                self.terminals[kind] = make()
                self.terminals[kind].see(see[kind])

    def go_somewhere(self):
        key, title = self.rng.choice(list(PLACES.items()))
        self.terminals["client"].send(key)
        self.terminals["client"].see(title)
        self.place = title

    def target(self, victim):
        """The process that is meant; None: there is none at this moment."""
        if victim in self.terminals:
            terminal = self.terminals[victim]
            return terminal.process if terminal.is_running() else None
        if victim == "class's sshd":
            return self.host.master()
        session = next(iter(self.host.sessions()), None)
        if victim == "session" or session is None:
            return session
        own = parent(session)
        return own if victim == "session's sshd" or own is None else parent(own)

    def kill(self, victim):
        pid = self.target(victim)
        if pid is None or pid <= 1:
            return False
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            return False
        return True

    def round(self):
        victim = self.rng.choice(VICTIMS)
        self.stand()
        is_beginning = self.rng.random() < 0.5
        if is_beginning:
            # Another line of Ann's takes over, and the kill falls into that.
            if victim in ("watch", "wall", "present"):
                self.terminals.pop(victim).finish()
                words = {"watch": ["watch", "ann"]}.get(victim, [victim])
                self.terminals[victim] = self.host.show(*words)
            else:
                self.terminals.pop("client").finish()
                self.terminals["client"] = self.host.ssh()
            self.let_pass(self.rng.uniform(0.0, 0.5))
        else:
            self.go_somewhere()
            self.let_pass(self.rng.uniform(0.0, 0.2))
        was_there = self.kill(victim)
        if victim == "class's sshd":
            self.host.run(SSHD)
        # Kept with each command, but for the place where one only looks around.
        place = None if victim == "session" or is_beginning else self.place
        self.check(place)
        return f"{victim}{' while it begins' if is_beginning else ''}" if was_there else None

    def let_pass(self, seconds):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for terminal in self.terminals.values():
                terminal.read(0.005)

    def check(self, place):
        again = self.host.ssh()
        again.see("SIMULATED")
        if place:
            again.see(place)
        self.terminals.pop("client").finish()
        self.terminals["client"] = again
        for kind in ("watch", "wall", "present"):
            # Whoever watches sees the session end; the wall and who presents go on.
            if kind == "watch" or not self.terminals[kind].is_running():
                self.terminals.pop(kind).finish()
        self.wait(lambda: len(self.host.sessions()) == 1, "one session")
        self.wait(lambda: "there" in self.host.admin("list"), "the session can be spoken to")
        left = [entry for entry in self.host.sockets() if entry.endswith(".new")]
        if left:
            raise Lost(f"left: {left}")

    def wait(self, holds, what):
        for _ in range(500):
            if holds():
                return
            self.let_pass(0.02)
        raise Lost(f"not so: {what}; {self.host.sockets()} {self.host.sessions()}")

    def end(self):
        for terminal in self.terminals.values():
            terminal.finish()


def run(program, rounds, seed):
    rng = random.Random(seed)
    folder = tempfile.mkdtemp(prefix="class-kills-")
    host = Host(os.path.abspath(program), folder)
    people = Class(host, rng)
    lost, killed = 0, {}
    try:
        for number in range(rounds):
            try:
                victim = people.round()
                killed[victim] = killed.get(victim, 0) + 1
            except (Lost, Late) as error:
                lost += 1
                print(f"round {number}: {error}", flush=True)
                people.end()
                people = Class(host, rng)
        killed.pop(None, None)
        for victim, count in sorted(killed.items()):
            print(f"{victim}: {count}")
        print(f"{rounds} rounds, {sum(killed.values())} kills: {lost} lost", flush=True)
    finally:
        people.end()
        host.end()
        shutil.rmtree(folder, ignore_errors=True)
    return lost


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--program", required=True)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    sys.exit(1 if run(options.program, options.rounds, options.seed) else 0)
