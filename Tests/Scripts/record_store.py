#!/usr/bin/env python3
"""A learning record store on loopback that follows xAPI 1.0.3, and fails as it is told to.

    Tests/Scripts/record_store.py LOG [--failing PERCENT] [--seed N] [--strict] [--login NAME:PASSWORD]
        [--refuse TEXT] [--taken ID] [--status N] [--slow SECONDS]

Says `ready PORT` once it listens, and ends when its standard input does, so that it can outlive no
test. LOG gets a line of JSON for each statement that it stores and for each request.

PERCENT of all requests fail: by a 500 or 503, by a line that is cut before or after the statements
are stored, or by an answer that comes late. Where it is strict, a statement that it has already is a
conflict, though it is the same. Statements with TEXT in them are malformed; under ID it has had
another one from the beginning. With a status it answers that to everything.
"""

import argparse
import base64
import json
import random
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

parser = argparse.ArgumentParser()
parser.add_argument("log")
parser.add_argument("--failing", type=int, default=0)
parser.add_argument("--seed", type=int, default=1)
parser.add_argument("--strict", action="store_true")
parser.add_argument("--login")
parser.add_argument("--refuse")
parser.add_argument("--taken", action="append", default=[])
parser.add_argument("--status", type=int)
parser.add_argument("--slow", type=float, default=0.02)
WANTED = parser.parse_args()

LOCK = threading.Lock()
RANDOM = random.Random(WANTED.seed)
STORED = {name: {"id": name, "verb": {"id": "http://example.org/other"}} for name in WANTED.taken}


def note(line):
    with open(WANTED.log, "a", encoding="utf-8") as file:
        file.write(json.dumps(line) + "\n")


def store(statements):
    """The status of the answer; all are stored, or none."""
    for statement in statements:
        if WANTED.refuse and WANTED.refuse in json.dumps(statement, ensure_ascii=False):
            return 400
        known = STORED.get(statement["id"])
        if known is not None and (WANTED.strict or known["statement"] != statement
                                  if "statement" in known else True):
            return 409
    for statement in statements:
        if statement["id"] in STORED:
            continue
        kept = dict(statement, stored="2026-11-21T00:00:00.000Z", version="1.0.3")
        kept["authority"] = {"objectType": "Agent", "mbox": "mailto:store@example.org"}
        STORED[statement["id"]] = {"statement": statement, "kept": kept}
        note({"stored": statement})
    return 200


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_POST(self):
        statements = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        with LOCK:
            note({"request": "POST", "count": len(statements)})
            mishap = self.mishap()
            if mishap == "repeat":
                store(statements)
            if mishap == "cut before":
                return self.cut()
            if isinstance(mishap, int):
                return self.answer(mishap, {"sorry": self.headers.get("Authorization", "")})
            status = store(statements)
            if mishap == "cut after":
                return self.cut()
        if mishap == "late":
            time.sleep(WANTED.slow)
        self.answer(status, [s["id"] for s in statements] if status == 200 else
                    {"error": status, "from": self.headers.get("Authorization", "")})

    def do_GET(self):
        query = parse_qs(urlsplit(self.path).query)
        with LOCK:
            note({"request": "GET"})
            mishap = self.mishap()
            if mishap in ("cut before", "cut after"):
                return self.cut()
            if isinstance(mishap, int):
                return self.answer(mishap, {})
            known = STORED.get(query["statementId"][0])
        if known is None:
            return self.answer(404, {})
        self.answer(200, known.get("kept", known))

    def mishap(self):
        """What goes wrong this time."""
        if urlsplit(self.path).path != "/xapi/statements":
            return 404
        if self.headers.get("X-Experience-API-Version") != "1.0.3":
            return 400
        if WANTED.login:
            expected = "Basic " + base64.b64encode(WANTED.login.encode()).decode()
            if self.headers.get("Authorization") != expected:
                return 401
        if WANTED.status:
            return WANTED.status
        if RANDOM.randrange(100) >= WANTED.failing:
            return None
        return RANDOM.choice([500, 503, "cut before", "cut after", "late", "repeat"])

    def cut(self):
        self.close_connection = True

    def answer(self, status, value):
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        if status == 503:
            self.send_header("Retry-After", "0")
        if status == 302:
            self.send_header("Location", "/xapi/elsewhere")
        self.end_headers()
        self.wfile.write(body)


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        """Clients that leave are what some tests are about."""


server = Server(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
print("ready", server.server_address[1], flush=True)
sys.stdin.read()
