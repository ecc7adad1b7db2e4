import RecorderEngine

/// A fault that begins or ends by itself at a time to come.
struct PlannedFaultChange: Equatable, Sendable, Codable {
  let at: Timestamp
  let fault: Fault
  /// How long, how far or how often; nil: it ends.
  let length: Interval?
}

extension Desk {
  /// Has a fault begin at a time to come, with its length, or end then (nil).
  public mutating func plan(_ fault: Fault, _ length: Interval?, at time: Timestamp) {
    let plan = faultPlan ?? []
    let place = plan.firstIndex { time < $0.at } ?? plan.count
    faultPlan = plan
    faultPlan?.insert(PlannedFaultChange(at: time, fault: fault, length: length), at: place)
  }

  /// When somebody or something outside will next do something by itself; nil: never.
  var nextOutside: Timestamp? {
    [automationAt, faultPlan?.first?.at].compactMap { $0 }.min()
  }

  /// Takes the next change off the plan where its time has come.
  mutating func takePlannedChange(at time: Timestamp) -> PlannedFaultChange? {
    guard let first = faultPlan?.first, first.at <= time else { return nil }
    faultPlan?.removeFirst()
    return first
  }
}
