/// How a search compares what it wants with what devices say of themselves.
public enum ScopeRule: Equatable, Sendable {
  /// Path by path: `…/location` finds `…/location/yard`, and not `…/locations`.
  case path
  /// Letter by letter.
  case text
  /// By a rule that has no meaning for what devices here say: nobody answers to it.
  case other(String)

  private static let letters = "strcmp0"
  private static let paths = ["rfc2396", "rfc3986"]

  /// Reads the address of a rule; left out, it is the one by paths.
  init(uri: String?) {
    guard let uri, let word = uri.split(separator: "/").last.map(String.init) else {
      self = .path
      return
    }
    if ScopeRule.paths.contains(word) {
      self = .path
    } else {
      self = word == ScopeRule.letters ? .text : .other(uri)
    }
  }

  /// The address of the rule; nil: it needs none.
  var uri: String? {
    switch self {
    case .path: nil
    case .text: WSD.namespace.uri + "/" + ScopeRule.letters
    case .other(let uri): uri
    }
  }

  /// Whether a scope is one of those that are wanted.
  func finds(_ scope: DiscoveryScope, wanted: DiscoveryScope) -> Bool {
    switch self {
    case .path:
      guard let wanted = ScopePath(wanted.uri), let own = ScopePath(scope.uri) else {
        return false
      }
      return wanted.isAbove(own)
    case .text: return scope.uri == wanted.uri
    case .other: return false
    }
  }
}

extension Announcement {
  /// Whether a search for all of these types and scopes finds the device.
  public func isFound(
    byTypes types: [String], scopes: [DiscoveryScope], rule: ScopeRule = .path
  ) -> Bool {
    types.allSatisfy(self.types.contains)
      && scopes.allSatisfy { wanted in
        self.scopes.contains { rule.finds($0, wanted: wanted) }
      }
  }
}

/// A scope as the rule by paths sees it: what is asked behind the path counts for nothing.
private struct ScopePath {
  private let scheme: String
  private let authority: String
  private let segments: [String]

  /// nil: it has a segment that stands for another one, which the rule leaves out.
  init?(_ uri: String) {
    let text = uri.prefix { $0 != "?" && $0 != "#" }
    let colon = text.firstIndex(of: ":") ?? text.startIndex
    scheme = text[..<colon].lowercased()
    var rest = text[colon...].drop { $0 == ":" }
    var authority = Substring()
    if rest.hasPrefix("//") {
      rest = rest.dropFirst(2)
      authority = rest.prefix { $0 != "/" }
      rest = rest[authority.endIndex...]
    }
    self.authority = authority.lowercased()
    // A slash at the end begins no segment.
    segments = rest.split(separator: "/").map { PercentCoding.decoded($0) }
    guard !segments.contains("."), !segments.contains("..") else { return nil }
  }

  func isAbove(_ other: ScopePath) -> Bool {
    scheme == other.scheme && authority == other.authority
      && segments.count <= other.segments.count
      && zip(segments, other.segments).allSatisfy(==)
  }
}
