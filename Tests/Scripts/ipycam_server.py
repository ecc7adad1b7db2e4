#!/usr/bin/env python3
"""A camera of somebody else's on loopback: the ONVIF service of ipycam from PyPI.

    ipycam_server.py FILE USER PASSWORD     says `ready PORT`; a line in FILE for each request

Run with the Python of an environment that has the package (.peers/ipycam, made by
`Assets/Setup/debian.sh --tests`). Ends when its standard input does. It needs no camera: its picture is
a grey one. Its capture loop and its own answers to searches are left out: they want go2rtc or PyAV, and
port 3702 at every card.
"""

import sys
import threading
from http.server import ThreadingHTTPServer

import numpy
from ipycam import CameraConfig, IPCamera
from ipycam.http import IPCameraHTTPHandler


class Handler(IPCameraHTTPHandler):
    def log_message(self, form, *arguments):
        with open(sys.argv[1], "a", encoding="utf-8") as log:
            log.write(self.headers.get("Content-Type", "") + " " + form % arguments + "\n")


def main():
    user, password = sys.argv[2:]
    config = CameraConfig(local_ip="127.0.0.1", username=user, password=password)
    camera = IPCamera(config)
    camera._last_frame = numpy.full((180, 320, 3), 128, dtype=numpy.uint8)
    IPCameraHTTPHandler.camera = camera
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    config.onvif_port = server.server_address[1]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"ready {config.onvif_port}", flush=True)
    sys.stdin.read()


main()
