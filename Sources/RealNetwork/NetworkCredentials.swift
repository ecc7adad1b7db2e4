import RecorderEngine

/// Who signs in to which device of a network, as a list of lines `address,user,password` says. An
/// address is one such as `192.0.2.7` or `192.0.2.7:8080`, or a URL as a search shows it.
///
/// Nothing is tried at a device that is not named there.
public struct NetworkCredentials: Sendable {
  /// Somebody of the list.
  struct Entry: Sendable {
    let user: AccountName
    var password: Secret
    /// One that may have been set since: no answer came, and it could not be asked about.
    var perhaps: Secret?
    /// Whether the device there has said no to it, or nothing: it is not shown again.
    var isRefused = false
    /// Whether it is shown over an encrypted line alone.
    var mustBeEncrypted = false
  }

  /// What is wrong with a list. No message repeats what may be a secret.
  public struct Fault: Error, Equatable, Sendable {
    /// A sentence with the number of the line.
    public let message: String
  }

  private var entries: [DevicePlace: Entry] = [:]

  /// Starts with nobody.
  public init() {}

  /// Reads a list; a first line `address,user,password` is a heading. Text with a comma or a quotation
  /// mark stands in quotation marks, and the file may begin with a mark of its encoding, as spreadsheets
  /// write it.
  public init(_ text: String) throws(Fault) {
    let text = text.first == "\u{FEFF}" ? text.dropFirst() : text[...]
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      func fault(_ what: String) -> Fault { Fault(message: "line \(number + 1): \(what)") }
      guard line.contains(where: { !$0.isWhitespace }) else { continue }
      guard let fields = NetworkCredentials.fields(of: line), fields.count == 3 else {
        throw fault("expected address,user,password, and got something else")
      }
      if number == 0, fields[0].lowercased() == "address" { continue }
      guard let place = DevicePlace(parsing: fields[0]) else {
        throw fault("expected an address such as 192.0.2.7 or 192.0.2.7:8080")
      }
      guard !fields[1].isEmpty else { throw fault("expected the name of an account") }
      guard entries[place] == nil else { throw fault("this address stands there already") }
      entries[place] = Entry(
        user: AccountName(fields[1]), password: Secret(fields[2]),
        mustBeEncrypted: fields[0].lowercased().hasPrefix("https://"))
    }
  }

  /// How many devices are named.
  public var count: Int { entries.count }

  /// Who signs in at a place; nil: the device there is not named.
  func entry(at place: DevicePlace) -> Entry? { entries[place] }

  /// Learns what is so now at a place that is named.
  mutating func change(at place: DevicePlace, _ body: (inout Entry) -> Void) {
    if var entry = entries[place] {
      body(&entry)
      entries[place] = entry
    }
  }

  /// Follows a device that was given another place: whoever comes to the old one is not named.
  mutating func move(from old: DevicePlace, to new: DevicePlace) {
    guard old != new, let entry = entries.removeValue(forKey: old) else { return }
    entries[new] = entry
  }

  /// The fields of a line; nil: its quotation marks are wrong.
  private static func fields(of line: Substring) -> [String]? {
    var fields: [String] = []
    var rest = line[...]
    while true {
      var field = ""
      if rest.first == "\"" {
        rest = rest.dropFirst()
        while true {
          guard let end = rest.firstIndex(of: "\"") else { return nil }
          field += rest[..<end]
          rest = rest[rest.index(after: end)...]
          guard rest.first == "\"" else { break }
          field += "\""
          rest = rest.dropFirst()
        }
      } else {
        field = String(rest.prefix { $0 != "," })
        rest = rest.dropFirst(field.count)
      }
      fields.append(field)
      guard rest.first == "," else { return rest.isEmpty ? fields : nil }
      rest = rest.dropFirst()
    }
  }
}
