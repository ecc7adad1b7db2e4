import ONVIFMessages
import RecorderEngine

/// Which alarms go on at a device: it tells one again and again, and perhaps in several ways.
struct AlarmLedger {
  /// What has become otherwise.
  enum Change: Equatable {
    /// It goes on since a moment of the device's clock; nil: that was not told.
    case began(AlarmCause, at: Timestamp?)
    case ended(AlarmCause)
  }

  /// What an alarm was told by: a topic, and where.
  private struct Place: Hashable {
    let path: String
    let source: [String]
  }

  /// So much of what a device tells is kept: one that tells more is broken, or means harm.
  static let mostMessages = 100
  private static let mostPlaces = 1_024
  private static let mostInputs = 256
  private static let longestPath = 256
  private static let longestWord = 64
  private static let mostWords = 8

  private var active: [Place: AlarmCause] = [:]
  /// What goes on by a former subscription, and was not told by the present one.
  private var doubtful: Set<Place> = []
  private var inputs: [String: Int] = [:]
  /// What goes on by the maker's own API, which tells all that goes on each time.
  private var standing: Set<AlarmCause> = []

  /// Takes in what was fetched; `channels` are the tokens of the video sources, that of channel 1
  /// first.
  mutating func take(_ messages: [EventMessage], channels: [String]) -> [Change] {
    let messages = messages.prefix(AlarmLedger.mostMessages)
    var changes = messages.compactMap { take($0, channels) }
    // A new subscription begins with how everything is.
    if !messages.contains(where: { $0.operation == .known(.initialized) }) {
      for place in doubtful { changes += end(place) }
      doubtful = []
    }
    return changes
  }

  /// Another subscription begins: what it does not tell anew is over.
  mutating func beginAnew() { doubtful = Set(active.keys) }

  /// Nobody listens any more: nothing is known to go on.
  mutating func endAll() -> [Change] {
    let causes = Set(active.values).union(standing)
    self = AlarmLedger()
    return causes.map { .ended($0) }
  }

  /// Takes in all that goes on.
  mutating func take(standing causes: [AlarmCause]) -> [Change] {
    let now = Set(causes)
    defer { standing = now }
    return standing.subtracting(now).map { .ended($0) }
      + now.subtracting(standing).map { .began($0, at: nil) }
  }

  private mutating func take(_ message: EventMessage, _ channels: [String]) -> Change? {
    guard AlarmLedger.isShort(message), let topic = message.topic,
      let cause = cause(of: topic, message, channels)
    else { return nil }
    let place = Place(
      path: message.path, source: message.source.map { "\($0.name)=\($0.value)" })
    doubtful.remove(place)
    if message.operation == .known(.deleted) { return end(place).first }
    guard let isActive = message.isActive else { return nil }
    guard isActive else { return end(place).first }
    guard active[place] != nil || active.count < AlarmLedger.mostPlaces else { return nil }
    let goesOn = active.values.contains(cause)
    active[place] = cause
    return goesOn ? nil : .began(cause, at: message.at)
  }

  /// Whether its place is told as briefly as tokens are.
  private static func isShort(_ message: EventMessage) -> Bool {
    message.path.utf8.count <= longestPath && message.source.count <= mostWords
      && message.source.allSatisfy {
        $0.name.utf8.count <= longestWord && $0.value.utf8.count <= longestWord
      }
  }

  private mutating func end(_ place: Place) -> [Change] {
    guard let cause = active.removeValue(forKey: place), !active.values.contains(cause) else {
      return []
    }
    return [.ended(cause)]
  }

  private mutating func cause(
    of topic: EventTopic, _ message: EventMessage, _ channels: [String]
  ) -> AlarmCause? {
    if topic == .digitalInput {
      return message.sourceToken.flatMap { input($0) }.map { .sensor($0) }
    }
    guard let channel = AlarmLedger.channel(of: message, channels) else { return nil }
    return switch topic {
    case .motion: .motion(channel)
    case .tamper: .tampered(channel)
    case .videoLoss: .videoLoss(channel)
    case .digitalInput: nil
    }
  }

  /// The channel that a message is about; nil: it names none that is known. Rules name what their
  /// pictures are configured by, which is not told here: where there is one channel it is that.
  private static func channel(of message: EventMessage, _ channels: [String]) -> Int? {
    let named = message.source.lazy.compactMap { channels.firstIndex(of: $0.value) }.first
    return named.map { $0 + 1 } ?? (channels.count == 1 ? 1 : nil)
  }

  /// The number of an input: that at the end of its name where it is above 0 and no other's, else the
  /// next one; nil: there are too many.
  private mutating func input(_ token: String) -> Int? {
    if let known = inputs[token] { return known }
    guard inputs.count < AlarmLedger.mostInputs else { return nil }
    let digits = token.reversed().prefix { $0.isASCII && $0.isNumber }.reversed()
    let told = Int(String(digits)).flatMap { (1...999).contains($0) ? $0 : nil }
    let taken = Set(inputs.values)
    let number =
      told.flatMap { taken.contains($0) ? nil : $0 }
      ?? (1...).first {
        !taken.contains($0)
      }
    inputs[token] = number
    return number
  }
}
