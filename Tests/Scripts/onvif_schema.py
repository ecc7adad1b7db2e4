#!/usr/bin/env python3
"""Holds ONVIF messages to ONVIF's own schema, which the package onvif-zeep from PyPI brings.

    onvif_schema.py FILE...     each an envelope of SOAP 1.2, or a datagram of WS-Discovery

Run with the Python of the environment that has the package (.peers/onvif-zeep/bin/python, made by
`Assets/Setup/debian.sh --tests`). Ends with 0 when all are valid, 1 with what is wrong, 2 without
files, 3 where the package is missing.
"""

import pathlib
import sys
import tempfile

try:
    import onvif
    from lxml import etree
except ImportError as missing:
    print(f"onvif_schema.py: {missing}", file=sys.stderr)
    sys.exit(3)

XS = "http://www.w3.org/2001/XMLSchema"
SOAP = "http://www.w3.org/2003/05/soap-envelope"
DISCOVERY = "http://schemas.xmlsoap.org/ws/2005/04/discovery"
SERVICES = ["devicemgmt.wsdl", "media.wsdl", "events.wsdl", "search.wsdl"]


def folder():
    """Where the package keeps the schemas."""
    site = pathlib.Path(onvif.__file__).resolve().parent.parent
    return next(place for place in [site / "wsdl", site / "onvif" / "wsdl"] if place.is_dir())


def extracted(wsdl, into):
    """Writes the schema of a service's description to a file, and returns its namespace and name."""
    tree = etree.parse(str(wsdl))
    schema = tree.find(f".//{{{XS}}}schema")
    for element in schema.iter(f"{{{XS}}}import"):
        location = element.get("schemaLocation")
        if location and "://" not in location:
            element.set("schemaLocation", str((wsdl.parent / location).resolve()))
    # Prefixes that only the description around it declares.
    root = etree.Element(schema.tag, schema.attrib, nsmap={**tree.getroot().nsmap, **schema.nsmap})
    root.extend(schema)
    name = into / (wsdl.stem + ".xsd")
    etree.ElementTree(root).write(str(name))
    return schema.get("targetNamespace"), name


def schema(into):
    """One schema over all services."""
    imports = [extracted(folder() / service, into) for service in SERVICES]
    imports += [
        ("http://docs.oasis-open.org/wsn/b-2", folder() / "b-2.xsd"),
        ("http://www.w3.org/2005/08/addressing", folder() / "ws-addr.xsd"),
        ("http://schemas.xmlsoap.org/ws/2004/08/addressing", folder() / "addressing"),
        (DISCOVERY, folder() / "ws-discovery.xsd"),
    ]
    lines = [f'<xs:import namespace="{space}" schemaLocation="{name}"/>' for space, name in imports]
    driver = into / "all.xsd"
    driver.write_text(f'<xs:schema xmlns:xs="{XS}">{"".join(lines)}</xs:schema>')

    class Local(etree.Resolver):
        """Whatever lies elsewhere is taken from the package: nothing is fetched."""

        def resolve(self, url, public, context):
            name = url.rstrip("/").split("/")[-1]
            local = folder() / name
            if "://" in url and local.exists():
                return self.resolve_filename(str(local), context)
            return None

    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(Local())
    return etree.XMLSchema(etree.parse(str(driver), parser))


def complaints(path, schema):
    """What is wrong with one message."""
    root = etree.parse(path).getroot()
    if root.tag != f"{{{SOAP}}}Envelope":
        return [f"expected an envelope, and got {root.tag}"]
    body = root.find(f"{{{SOAP}}}Body")
    if body is None or len(body) != 1:
        return ["expected one element in the body"]
    header = root.find(f"{{{SOAP}}}Header")
    addressing = tuple(
        f"{{{space}}}"
        for space in [
            "http://www.w3.org/2005/08/addressing",
            "http://schemas.xmlsoap.org/ws/2004/08/addressing",
        ]
    )
    parts = [part for part in (header if header is not None else []) if part.tag.startswith(addressing)]
    found = []
    for part in [*parts, body[0]]:
        if part.tag == f"{{{SOAP}}}Fault":  # SOAP's own schema is not in the package.
            continue
        # As a document of its own, in which all prefixes of the envelope stay bound.
        single = etree.ElementTree(etree.fromstring(etree.tostring(part)))
        if not schema.validate(single):
            found += [f"{part.tag}: {error.message}" for error in schema.error_log]
    return found


def main(paths):
    if not paths:
        print("onvif_schema.py: expected files, and got none", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as name:
        checked = schema(pathlib.Path(name))
    wrong = 0
    for path in paths:
        for complaint in complaints(path, checked):
            print(f"{path}: {complaint}")
            wrong += 1
    print(f"{len(paths)} messages, {wrong} complaints")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
