"""An HTTP server on loopback for the tests; the path says how it behaves.

Says `ready PORT` once it listens, and ends when its standard input does, so that it can outlive no
test. Every request is a line of JSON in the file that is its argument. With a certificate beside that
file the line is encrypted.
"""

import base64
import json
import os
import ssl
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

LOG = sys.argv[1]
LOCK = threading.Lock()
SILENCE = threading.Event()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_GET(self):
        self.take()

    def do_POST(self):
        self.take()

    def take(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        request = {
            "method": self.command, "path": self.path, "headers": dict(self.headers.items()),
            "body": base64.b64encode(body).decode(),
        }
        with LOCK, open(LOG, "a") as file:
            file.write(json.dumps(request) + "\n")
        kind = self.path.split("?")[0]
        if kind == "/elsewhere":
            self.answer(302, b"", {"Location": "/here"})
        elif kind == "/busy":
            self.answer(503, b"later", {"Retry-After": "7"})
        elif kind == "/large":
            self.answer(200, b"x" * 100_000)
        elif kind == "/endless":
            self.send_response(200)
            self.end_headers()
            try:
                while True:
                    self.wfile.write(b"x" * 65536)
            except OSError:
                self.close_connection = True
        elif kind == "/long-head":
            self.answer(200, b"", {f"X-{number}": "x" * 1000 for number in range(80)})
        elif kind == "/silent":
            SILENCE.wait()
        elif kind == "/gone":
            self.close_connection = True
        else:
            self.answer(200, body or b"here")

    def answer(self, status, body, headers={}):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        """Clients that leave are what some tests are about."""


server = Server(("127.0.0.1", 0), Handler)
certificate = os.path.join(os.path.dirname(LOG), "cert.pem")
if os.path.exists(certificate):
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, os.path.join(os.path.dirname(LOG), "key.pem"))
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
threading.Thread(target=server.serve_forever, daemon=True).start()
print("ready", server.server_address[1], flush=True)
sys.stdin.read()
