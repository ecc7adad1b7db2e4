"""A real mail server on loopback for the tests: aiosmtpd, with a free port for each behaviour.

Says `ready NAME=PORT …` once all listen, and ends when its standard input does, so that it can
outlive no test. A letter is kept in FOLDER/RECIPIENT as it came, its envelope in
FOLDER/RECIPIENT.envelope.
"""

import asyncio
import os
import ssl
import sys
from base64 import b64encode

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

FOLDER, CERTIFICATE, KEY = sys.argv[1:]
USER, SECRET = b"trainer", b"right-secret"


class Mailbox:
    async def handle_MAIL(self, server, session, envelope, address, options):
        if address.startswith("unwelcome@"):
            return "553 5.7.1 \x1b[31mno mail\x1b[0m from there"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("nobody@"):
            return "550 5.1.1 no such user here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if envelope.rcpt_tos[0].startswith("full@"):
            return "552 5.2.2 the mailbox is full"
        place = os.path.join(FOLDER, envelope.rcpt_tos[0])
        with open(place + ".envelope", "w") as file:
            secrecy = "encrypted" if server.transport.get_extra_info("sslcontext") else "plain"
            name = session.auth_data.login.decode() if session.authenticated else "nobody"
            file.write(f"{envelope.mail_from} {secrecy} {name}")
        with open(place, "wb") as file:
            file.write(envelope.original_content)
        session.lingers = envelope.rcpt_tos[0].startswith("lingering@")
        return "250 kept"

    async def handle_QUIT(self, server, session, envelope):
        if getattr(session, "lingers", False):
            await asyncio.sleep(3600)
        return "221 bye"


def repeated(form, data):
    """What came, as a careless server says it again."""
    login, password = data.login, data.password
    return {
        b"plain": b64encode(b"\0" + login + b"\0" + password).decode(),
        b"login": b64encode(password).decode(),
        b"clear": password.decode(),
        b"capitals": password.decode().upper(),
        b"half": password.decode()[: len(password) // 2],
        b"spaced": " ".join(password.decode()),
        b"hex": password.hex(),
    }[form]


def sign_in(server, session, envelope, mechanism, data):
    if isinstance(data, LoginPassword) and data.login.startswith(b"repeat-"):
        form = data.login.removeprefix(b"repeat-")
        return AuthResult(success=False, handled=False, message="535 bad: " + repeated(form, data))
    fits = isinstance(data, LoginPassword) and (data.login, data.password) == (USER, SECRET)
    return AuthResult(success=fits, handled=fits, auth_data=data if fits else None)


async def silent(reader, writer):
    await reader.read()
    writer.close()


async def main():
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(CERTIFICATE, KEY)
    loop = asyncio.get_running_loop()

    async def listen(wanted, tls=None):
        server = await loop.create_server(wanted, "127.0.0.1", 0, ssl=tls)
        return server, server.sockets[0].getsockname()[1]

    servers = {
        "plain": await listen(lambda: SMTP(Mailbox(), loop=loop)),
        "starttls": await listen(lambda: SMTP(Mailbox(), tls_context=context, loop=loop)),
        "signin": await listen(
            lambda: SMTP(
                Mailbox(), tls_context=context, auth_required=True, authenticator=sign_in, loop=loop
            )
        ),
        "tls": await listen(lambda: SMTP(Mailbox(), loop=loop), context),
    }
    mute = await asyncio.start_server(silent, "127.0.0.1", 0)
    ports = {name: port for name, (_, port) in servers.items()}
    ports["silent"] = mute.sockets[0].getsockname()[1]
    print("ready", *(f"{name}={port}" for name, port in ports.items()), flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


asyncio.run(main())
