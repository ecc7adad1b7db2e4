#!/usr/bin/env python3
"""Drives an ONVIF device with a client that was written by others.

    onvif_clients.py CLIENT PORT USER PASSWORD NEW-PASSWORD     all that it can
    onvif_clients.py CLIENT PORT USER PASSWORD --users          whether it is let in, and the users
    onvif_clients.py CLIENT PORT USER PASSWORD --set PASSWORD   gives the user another password

CLIENT is onvif-zeep, onvif-zeep-async, onvif-python, onvif-python-digest or onveef; it is run with the
Python of an environment that has it. A line for each step that went well; ends with 1 and what went
wrong where one did not. After all that it can the password is another one.
"""

import asyncio
import os
import sys
import sysconfig


class Zeep:
    """onvif-zeep: signs by WS-Security."""

    def __init__(self, port, user, password):
        from onvif import ONVIFCamera

        folder = os.path.join(sysconfig.get_paths()["purelib"], "wsdl")
        self.camera = ONVIFCamera("127.0.0.1", port, user, password, folder)
        self.device = self.camera.devicemgmt
        self.media = self.camera.create_media_service()

    def information(self):
        return self.device.GetDeviceInformation().Model

    def clock(self):
        return self.device.GetSystemDateAndTime().UTCDateTime.Date.Year

    def network(self):
        card = self.device.GetNetworkInterfaces()[0]
        self.device.GetDNS()
        self.device.GetNTP()
        self.device.GetNetworkProtocols()
        self.device.GetNetworkDefaultGateway()
        return card.IPv4.Config.Manual[0].Address

    def log(self):
        return self.device.GetSystemLog({"LogType": "System"}).String

    def users(self):
        return [user.Username for user in self.device.GetUsers()]

    def create(self, name, password):
        self.device.CreateUsers(
            {"User": [{"Username": name, "Password": password, "UserLevel": "Operator"}]})

    def set(self, name, password, level):
        self.device.SetUser({"User": [{"Username": name, "Password": password, "UserLevel": level}]})

    def delete(self, name):
        self.device.DeleteUsers({"Username": [name]})

    def hostname(self, name):
        self.device.SetHostname({"Name": name})
        return self.device.GetHostname().Name

    def snapshot(self):
        token = self.media.GetProfiles()[0].token
        return self.media.GetSnapshotUri({"ProfileToken": token}).Uri

    def events(self):
        events = self.camera.create_events_service()
        made = events.CreatePullPointSubscription()
        # This client appends the reference to what it signs; the address is all that is needed.
        key = "http://www.onvif.org/ver10/events/wsdl/PullPointSubscription"
        self.camera.xaddrs[key] = made.SubscriptionReference.Address._value_1
        pull = self.camera.create_pullpoint_service()
        return len(pull.PullMessages({"Timeout": "PT2S", "MessageLimit": 100}).NotificationMessage)

    def reboot(self):
        return self.device.SystemReboot()

    def close(self):
        pass


class ZeepAsync(Zeep):
    """onvif-zeep-async: the same calls, each awaited."""

    def __init__(self, port, user, password):
        from onvif import ONVIFCamera

        self.loop = asyncio.new_event_loop()

        async def begin():
            camera = ONVIFCamera("127.0.0.1", port, user, password)
            await camera.update_xaddrs()
            return camera, await camera.create_devicemgmt_service(), \
                await camera.create_media_service()

        self.camera, device, media = self.loop.run_until_complete(begin())
        self.device, self.media = Awaited(self.loop, device), Awaited(self.loop, media)

    def events(self):
        async def fetch():
            import datetime

            manager = await self.camera.create_pullpoint_manager(
                datetime.timedelta(seconds=60), lambda: None)
            service = manager.get_service()
            try:
                pulled = await service.PullMessages({
                    "Timeout": datetime.timedelta(seconds=2), "MessageLimit": 100})
                return len(pulled.NotificationMessage)
            finally:
                await manager.shutdown()

        return self.loop.run_until_complete(fetch())

    def close(self):
        self.loop.run_until_complete(self.camera.close())


class Awaited:
    """A service whose calls are waited for."""

    def __init__(self, loop, service):
        self.loop, self.service = loop, service

    def __getattr__(self, name):
        def call(*arguments):
            return self.loop.run_until_complete(getattr(self.service, name)(*arguments))

        return call


class Plain(Zeep):
    """onvif-python: signs by WS-Security or by HTTP Digest."""

    is_digest = False

    def __init__(self, port, user, password):
        from onvif import ONVIFClient

        self.client = ONVIFClient("127.0.0.1", port, user, password, http_digest=self.is_digest)
        self.device = Named(self.client.devicemgmt())
        self.media = Named(self.client.media())

    def events(self):
        made = self.client.events().CreatePullPointSubscription()
        pull = self.client.pullpoint(made)
        return len(pull.PullMessages(Timeout="PT2S", MessageLimit=100).NotificationMessage)


class PlainDigest(Plain):
    """onvif-python by HTTP Digest."""

    is_digest = True


class Named:
    """A service that takes what it is asked by names."""

    def __init__(self, service):
        self.service = service

    def __getattr__(self, name):
        def call(arguments=None):
            return getattr(self.service, name)(**(arguments or {}))

        return call


class Onveef(Zeep):
    """onveef: no WSDL, both ways to sign."""

    def __init__(self, port, user, password):
        from onveef import OnvifClient

        self.client = OnvifClient("127.0.0.1", port, user, password)

    def information(self):
        return self.client.get_device_information()["Model"]

    def clock(self):
        return self.client.get_hostname() and 2000

    def network(self):
        self.client.get_dns()
        self.client.get_ntp()
        self.client.get_network_protocols()
        self.client.get_network_default_gateway()
        return str(self.client.get_network_interfaces()[0])

    def log(self):
        return str(self.client.get_system_log())

    def users(self):
        return [user["username"] for user in self.client.get_users()]

    def create(self, name, password):
        self.client.create_user(username=name, password=password, user_level="Operator")

    def set(self, name, password, level):
        self.client.set_user(username=name, password=password, user_level=level)

    def delete(self, name):
        self.client.delete_users(usernames=[name])

    def hostname(self, name):
        self.client.set_hostname(name)
        return self.client.get_hostname()

    def snapshot(self):
        token = self.client.get_profiles()[0]["token"]
        return self.client.get_snapshot_uri(profile_token=token)

    def events(self):
        # Its own fetch fails before it is sent: it gives httpx two time-outs at once.
        with self.client.pull_point() as point:
            point.renew()
            return len(self.client.events_get_event_properties())

    def reboot(self):
        self.client.system_reboot()

    def close(self):
        self.client.close()


CLIENTS = {
    "onvif-zeep": Zeep, "onvif-zeep-async": ZeepAsync, "onvif-python": Plain,
    "onvif-python-digest": PlainDigest, "onveef": Onveef,
}


def step(name, is_well):
    if not is_well:
        sys.exit(f"{name}: not as expected")
    print("ok", name, flush=True)


def refused(body):
    try:
        body()
    except Exception as problem:  # Each client has an exception of its own.
        return problem
    return None


def short(client, user, words):
    """Does one thing, and says how it went."""
    if words[0] == "--set":
        client.set(user, words[1], "Administrator")
        print("set")
    else:
        print("let in:", *client.users())


def main():
    if len(sys.argv) not in (6, 7) or sys.argv[1] not in CLIENTS:
        sys.exit(__doc__)
    if sys.argv[5] in ("--users", "--set"):
        kind, port, user, password = CLIENTS[sys.argv[1]], int(sys.argv[2]), *sys.argv[3:5]
        problem = refused(lambda: short(kind(port, user, password), user, sys.argv[5:]))
        if problem:
            sys.exit(f"refused: {problem}")
        return
    kind, port = CLIENTS[sys.argv[1]], int(sys.argv[2])
    user, password, new = sys.argv[3:]
    client = kind(port, user, password)
    step("information", client.information())
    step("clock", client.clock() >= 2000)
    step("network", client.network())
    step("log", client.log())
    step("users", client.users() == [user])
    client.create("guard", "Guard-Pass1")
    client.set("guard", "Guard-Pass2", "User")
    step("account added", client.users() == [user, "guard"])
    step("name taken", refused(lambda: client.create("guard", "Guard-Pass1")))
    client.delete("guard")
    step("account removed", client.users() == [user])
    step("hostname", client.hostname("front-desk") == "front-desk")
    step("snapshot", "/onvif/snapshot/" in client.snapshot())
    step("events", client.events() > 0)
    client.set(user, new, "Administrator")
    step("old password refused", refused(client.users))
    client.close()
    other = kind(port, user, new)
    step("new password taken", other.users() == [user])
    other.reboot()
    step("reboot", True)
    other.close()


main()
