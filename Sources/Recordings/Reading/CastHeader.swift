import TextUI

/// The first line of a cast.
public struct CastHeader: Equatable, Sendable {
  /// The version of asciicast that it is in.
  public let form: CastForm
  /// The window at the beginning.
  public let size: Size
  /// What it is called; nil: nothing.
  public let title: String?
  /// The longest pause that its maker wanted played; nil: nothing was said.
  public let idleLimit: Duration?

  /// Reads it from the bytes of the first line.
  init(_ line: UnsafeBufferPointer<UInt8>) throws(CastFault) {
    var reader = JSONReader(line, in: 0..<line.count)
    guard case .object(let members)? = try? reader.value(), reader.isAtEnd,
      case .number(let version)? = members["version"]
    else { throw .noCast }
    guard let form = CastForm(rawValue: Int(version)), Double(form.rawValue) == version else {
      throw .version(Int(version))
    }
    var (place, names) = (members, ("width", "height"))
    if form == .three {
      place = if case .object(let term)? = members["term"] { term } else { [:] }
      names = ("cols", "rows")
    }
    let size = Size(rows: Self.extent(place[names.1]), columns: Self.extent(place[names.0]))
    guard ScreenModel.fits(size) else { throw .size(columns: size.columns, rows: size.rows) }
    self.form = form
    self.size = size
    title = if case .text(let text)? = members["title"], !text.isEmpty { text } else { nil }
    idleLimit =
      if case .number(let seconds)? = members["idle_time_limit"], seconds > 0 {
        .milliseconds(Int(min(seconds, 1e6) * 1_000))
      } else {
        nil
      }
  }

  private static func extent(_ value: JSONValue?) -> Int {
    if case .number(let number)? = value { Int(number) } else { 0 }
  }
}
