import RecorderEngine

extension Format<ServicesProfile> {
  /// What answers in the network; left out, whatever is filled in is taken to be right.
  static var services: Format {
    .group("what answers in the network: a group of keys") { fields in
      ServicesProfile(
        dns: fields.sourced("dns", .servers), time: fields.sourced("time", .servers),
        mail: fields.sourced("mail", .list(of: .mailServer, "a list of servers", count: 0...8)),
        files: fields.sourced("ftp", .list(of: .fileServer, "a list of servers", count: 0...8)),
        names: fields.sourced("ddns", .list(of: .registered, "a list of names", count: 0...8)),
        platform: fields.sourced("platform", .line(40)),
        opensPorts: fields.sourced("upnp", .truth))
    }
  }
}

extension Format<[String]> {
  fileprivate static var servers: Format { .list(of: .line(40), "a list of servers", count: 0...8) }
}

extension Format<Int> {
  fileprivate static var port: Format { .number(1...65_535) }
}

extension Format<ServicesProfile.MailServer> {
  fileprivate static var mailServer: Format {
    .group("a mail server such as { server: smtp.example.com, none: 25, TLS: 465 }") { fields in
      let ports = ["none", "STARTTLS", "TLS"].compactMap { name in
        fields.optional(name, .port).map { (name, $0) }
      }
      return ServicesProfile.MailServer(
        server: fields.read("server", .line(40)),
        ports: Dictionary(ports, uniquingKeysWith: { $1 }))
    }
  }
}

extension Format<ServicesProfile.FileServer> {
  fileprivate static var fileServer: Format {
    .group("a server such as { server: ftp.example.com, port: 21, folder: cctv }") { fields in
      ServicesProfile.FileServer(
        server: fields.read("server", .line(40)), port: fields.read("port", .port),
        folder: fields.read("folder", .line(40)))
    }
  }
}

extension Format<ServicesProfile.RegisteredName> {
  fileprivate static var registered: Format {
    .group("a name such as { provider: www.no-ip.com, host: shop.example.com, user: shop }") {
      fields in
      ServicesProfile.RegisteredName(
        provider: fields.read("provider", .line(40)), host: fields.read("host", .line(40)),
        user: fields.read("user", .line(32)))
    }
  }
}
