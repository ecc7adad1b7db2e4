#!/usr/bin/env python3
"""Searches by multicast between two networks of this computer, joined by a cable that is none.

    discovery_namespaces.py PROGRAM     the path of recorder-console

Needs root, iproute2 and a kernel that lets network namespaces be made. A line for each step that went
well; ends with 1 and what went wrong where one did not.
"""

import os
import signal
import socket
import struct
import subprocess
import sys

GROUP, PORT = "239.255.255.250", 3702
HOSTS = {"a": "10.77.0.1", "b": "10.77.0.2"}


def ip(*words):
    subprocess.run(["ip", *words], check=True)


def inside(side, *words, **more):
    return subprocess.Popen(
        ["ip", "netns", "exec", name(side), *words], stdout=subprocess.PIPE, text=True, **more)


def name(side):
    return f"console-{side}-{os.getpid()}"


def listen(address):
    """Says the kind of each greeting that comes to a card."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((GROUP, PORT))
    member = struct.pack("4s4s", socket.inet_aton(GROUP), socket.inet_aton(address))
    listener.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, member)
    print("listening", flush=True)
    while True:
        message = listener.recv(65536)
        for kind in [b"Hello", b"Bye"]:
            if b"discovery/" + kind in message:
                print(kind.decode(), flush=True)


def step(what, is_well, found=""):
    if not is_well:
        sys.exit(f"{what}: not as expected: {found}")
    print("ok", what, flush=True)


def both_ways(program, here, there):
    """One side serves; the other one is greeted, finds it, and is told goodbye."""
    ears = inside(there, sys.executable, __file__, "--listen", HOSTS[there])
    serving = None
    try:
        step(f"{there} listens", ears.stdout.readline() == "listening\n")
        serving = inside(here, program, "serve", "--onvif", "0.0.0.0:8080", "--discoverable")
        serving.stdout.readline()
        step(f"{here} says hello", ears.stdout.readline() == "Hello\n")
        found = inside(there, program, "discover", "--csv", "--seconds", "2").communicate()[0]
        address = f"http://{HOSTS[here]}:8080/onvif/device_service"
        step(f"{there} finds {here}", found.count("\n") == 2 and address in found, found)
        serving.send_signal(signal.SIGTERM)
        step(f"{here} says goodbye", ears.stdout.readline() == "Bye\n")
        step(f"{here} has ended", serving.wait() == 0)
    finally:
        ears.kill()
        if serving:
            serving.kill()


def main():
    made = []
    try:
        for side in HOSTS:
            ip("netns", "add", name(side))
            made.append(name(side))
        ip("link", "add", "eth0", "netns", name("a"), "type", "veth", "peer", "name", "eth0",
           "netns", name("b"))
        for side, address in HOSTS.items():
            ip("-n", name(side), "addr", "add", address + "/24", "dev", "eth0")
            for card in ["lo", "eth0"]:
                ip("-n", name(side), "link", "set", card, "up")
        both_ways(sys.argv[1], "a", "b")
        both_ways(sys.argv[1], "b", "a")
    finally:
        for namespace in made:
            ip("netns", "del", namespace)


if len(sys.argv) == 3 and sys.argv[1] == "--listen":
    listen(sys.argv[2])
elif len(sys.argv) == 2:
    main()
else:
    sys.exit(__doc__)
