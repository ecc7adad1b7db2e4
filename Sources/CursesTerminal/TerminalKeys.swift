import CNcurses
import TerminalLanguage
import TextUI

/// The keys of this terminal's description, beside those that the decoder knows anyway.
enum TerminalKeys {
  private static let names: [(String, Key)] = [
    ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home),
    ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert), ("kdch1", .delete),
    ("kcbt", .backTab), ("kent", .enter), ("kf1", .function(1)), ("kf2", .function(2)),
    ("kf3", .function(3)), ("kf4", .function(4)), ("kf5", .function(5)), ("kf6", .function(6)),
    ("kf7", .function(7)), ("kf8", .function(8)), ("kf9", .function(9)), ("kf10", .function(10)),
    ("kf11", .function(11)), ("kf12", .function(12)),
  ]

  static func sequences() -> [KeySequence] {
    names.compactMap { name, key in
      nc_key(name).map { KeySequence(Array(String(cString: $0).utf8), key) }
    }
  }
}
