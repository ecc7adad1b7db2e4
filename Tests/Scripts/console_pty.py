"""The console in a pseudo-terminal, and a screen that shows what it has written so far.

The screen is fed byte by byte where that matters: tmux would hide at which byte something stood
on it. It knows what ncurses sends to an xterm-256color, and nothing else.
"""

import fcntl
import os
import pty
import re
import select
import shutil
import signal
import sqlite3
import struct
import tempfile
import termios
import time
import unicodedata


class Screen:
    """What a terminal shows."""

    def __init__(self, rows=24, columns=80):
        self.rows, self.columns = rows, columns
        self.cells = [[" "] * columns for _ in range(rows)]
        self.row = self.column = 0
        self.top, self.bottom = 0, rows - 1
        self.saved = (0, 0)
        self.last = " "
        self.pending = b""

    def text(self):
        return "\n".join("".join(row).rstrip() for row in self.cells)

    def feed(self, data):
        data = self.pending + data
        place = 0
        while place < len(data):
            used = self._step(data, place)
            if used == 0:
                break
            place += used
        self.pending = data[place:]

    def _step(self, data, place):
        byte = data[place]
        if byte == 0x1B:
            return self._escape(data, place)
        if byte < 0x20 or byte == 0x7F:
            self._control(byte)
            return 1
        size = 1 if byte < 0x80 else 2 if byte < 0xE0 else 3 if byte < 0xF0 else 4
        if place + size > len(data):
            return 0
        # A letter that was cut off in the middle is one mark.
        self._put(data[place:place + size].decode("utf-8", "replace")[:1])
        return size

    def _control(self, byte):
        if byte == 8:
            self.column = max(0, self.column - 1)
        elif byte == 9:
            self.column = min(self.columns - 1, (self.column // 8 + 1) * 8)
        elif byte == 10:
            self._line_feed()
        elif byte == 13:
            self.column = 0

    def _line_feed(self):
        if self.row == self.bottom:
            self._scroll(1)
        else:
            self.row = min(self.rows - 1, self.row + 1)

    def _scroll(self, count):
        for _ in range(abs(count)):
            if count > 0:
                del self.cells[self.top]
                self.cells.insert(self.bottom, [" "] * self.columns)
            else:
                del self.cells[self.bottom]
                self.cells.insert(self.top, [" "] * self.columns)

    def _put(self, glyph):
        if unicodedata.combining(glyph):
            return
        if self.column >= self.columns:
            self.column = 0
            self._line_feed()
        self.cells[self.row][self.column] = glyph
        self.last = glyph
        self.column += 2 if unicodedata.east_asian_width(glyph) in "WF" else 1

    def _escape(self, data, place):
        rest = data[place + 1:]
        if not rest:
            return 0
        if rest[:1] in b"()":
            return 3 if len(rest) > 1 else 0
        if rest[:1] == b"]":
            end = re.search(rb"\x07|\x1b\\", rest)
            return 1 + end.end() if end else 0
        if rest[:1] != b"[":
            if rest[:1] == b"M":
                if self.row == self.top:
                    self._scroll(-1)
                else:
                    self.row = max(0, self.row - 1)
            elif rest[:1] == b"7":
                self.saved = (self.row, self.column)
            elif rest[:1] == b"8":
                self.row, self.column = self.saved
            return 2
        found = re.match(rb"\[([?>=]?)([0-9;:]*)([ -/]*)([@-~])", rest)
        if not found:
            return 0
        if not found.group(1):
            numbers = [int(n) if n else 0 for n in re.split(rb"[;:]", found.group(2))]
            self._sequence(found.group(4).decode(), numbers)
        return 1 + found.end()

    def _sequence(self, kind, numbers):
        count = max(1, numbers[0])
        line = self.cells[self.row]
        if kind in "Hf":
            self.row = min(self.rows, count) - 1
            self.column = min(self.columns, max(1, numbers[1] if len(numbers) > 1 else 1)) - 1
        elif kind == "A":
            self.row = max(0, self.row - count)
        elif kind in "Be":
            self.row = min(self.rows - 1, self.row + count)
        elif kind in "Ca":
            self.column = min(self.columns - 1, self.column + count)
        elif kind == "D":
            self.column = max(0, self.column - count)
        elif kind in "G`":
            self.column = min(self.columns, count) - 1
        elif kind == "d":
            self.row = min(self.rows, count) - 1
        elif kind == "J":
            self._erase_screen(numbers[0])
        elif kind == "K":
            start, end = [(self.column, self.columns), (0, self.column + 1),
                          (0, self.columns)][numbers[0]]
            line[start:end] = [" "] * (end - start)
        elif kind == "X":
            end = min(self.columns, self.column + count)
            line[self.column:end] = [" "] * (end - self.column)
        elif kind == "P":
            del line[self.column:self.column + count]
            line += [" "] * (self.columns - len(line))
        elif kind == "@":
            line[self.column:self.column] = [" "] * count
            del line[self.columns:]
        elif kind == "b":
            for _ in range(count):
                self._put(self.last)
        elif kind == "L" or kind == "M":
            top, self.top = self.top, self.row
            self._scroll(-count if kind == "L" else count)
            self.top = top
        elif kind == "S" or kind == "T":
            self._scroll(count if kind == "S" else -count)
        elif kind == "r":
            self.top = count - 1
            self.bottom = (numbers[1] if len(numbers) > 1 and numbers[1] else self.rows) - 1
            self.row = self.column = 0

    def _erase_screen(self, kind):
        blank = [" "] * self.columns
        if kind == 2 or kind == 3:
            self.cells = [list(blank) for _ in range(self.rows)]
        elif kind == 0:
            self.cells[self.row][self.column:] = blank[self.column:]
            for row in range(self.row + 1, self.rows):
                self.cells[row] = list(blank)
        elif kind == 1:
            self.cells[self.row][:self.column + 1] = blank[:self.column + 1]
            for row in range(self.row):
                self.cells[row] = list(blank)


class Late(Exception):
    """Something did not come in time."""


class Console:
    """A running console, its keyboard and its screen."""

    patience = 30

    def __init__(self, program, home, *arguments):
        words = [program, "--calm", *arguments]
        if arguments and not arguments[0].startswith("-"):
            words = [program, *arguments, "--calm"]
        self.begin(words, home)

    def begin(self, words, home):
        """Starts a command in a terminal of its own."""
        self.screen = Screen()
        environment = {
            "TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": os.environ.get("PATH", ""),
            "HOME": home, "XDG_STATE_HOME": home,
        }
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            try:
                os.execvpe(words[0], words, environment)
            finally:
                os._exit(127)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.status = None

    def send(self, keys):
        os.write(self.terminal, keys.encode() if isinstance(keys, str) else keys)

    def read(self, within=0.0, most=65536):
        """Feeds the screen with what has come; False where nothing came or the end is reached."""
        ready, _, _ = select.select([self.terminal], [], [], within)
        if not ready:
            return False
        try:
            data = os.read(self.terminal, most)
        except OSError:
            return False
        self.screen.feed(data)
        return bool(data)

    def drain(self):
        """Takes in what a process that was killed had written."""
        while self.read(0.0):
            pass

    def wait(self, condition, what, bytewise=False, patience=None):
        """Waits until the screen's text fulfils the condition; it is looked at after every byte
        where that is wanted."""
        if isinstance(condition, str):
            wanted = condition
            condition = lambda text: wanted in text
        end = time.monotonic() + (patience or self.patience)
        while not condition(self.screen.text()):
            if time.monotonic() > end:
                raise Late(f"{what}\n{self.screen.text()}")
            if not self.read(0.05, 1 if bytewise else 65536) and not self.is_running():
                self.drain()
                if condition(self.screen.text()):
                    return
                raise Late(f"{what}: the console ended, {self.status}\n{self.screen.text()}")

    def see(self, text, what=None):
        self.wait(text, what or f"“{text}” did not appear")

    def see_no_more(self, text):
        self.wait(lambda screen: text not in screen, f"“{text}” did not go")

    def is_running(self):
        if self.status is not None:
            return False
        done, status = os.waitpid(self.process, os.WNOHANG)
        if done:
            self.status = status
        return not done

    def kill(self, number=signal.SIGKILL):
        if self.is_running():
            os.kill(self.process, number)

    def end(self, patience=None):
        """Waits for the end, and returns the exit status, or less than 0 for a signal."""
        end = time.monotonic() + (patience or self.patience)
        while self.is_running():
            self.read(0.02)
            if time.monotonic() > end:
                raise Late("the console did not end\n" + self.screen.text())
        self.drain()
        os.close(self.terminal)
        return os.waitstatus_to_exitcode(self.status)

    def title_time(self):
        found = re.search(r"\d{4}-\d\d-\d\d \d\d:\d\d", self.screen.text().split("\n")[0])
        return found.group(0) if found else ""


F = {2: "\x1bOQ", 3: "\x1bOR", 4: "\x1bOS", 5: "\x1b[15~", 6: "\x1b[17~", 7: "\x1b[18~",
     8: "\x1b[19~", 9: "\x1b[20~", 10: "\x1b[21~"}
ENTER, ESCAPE, LEFT = "\r", "\x1b", "\x1bOD"


def folder(home):
    return os.path.join(home, "recorder-console")


def practice(home):
    return os.path.join(folder(home), "practice.sqlite")


def kept(home, copy_to=None):
    """The kept record as JSON text, read from a copy, with its log; None where nothing is kept."""
    place = copy_to or tempfile.mkdtemp()
    try:
        for suffix in ("", "-wal"):
            if os.path.exists(practice(home) + suffix):
                shutil.copy(practice(home) + suffix, os.path.join(place, "p.sqlite" + suffix))
        base = sqlite3.connect(os.path.join(place, "p.sqlite"))
        try:
            row = base.execute("SELECT record FROM practice").fetchone()
            entries = base.execute("SELECT entry FROM logEntry ORDER BY number").fetchall()
            return row and (bytes(row[0]).decode(), [bytes(entry[0]) for entry in entries])
        finally:
            base.close()
    finally:
        if copy_to is None:
            shutil.rmtree(place)


def leave(console):
    console.send(F[10])
    console.see("Leave?")
    console.send(LEFT)
    console.send(ENTER)
    return console.end()
