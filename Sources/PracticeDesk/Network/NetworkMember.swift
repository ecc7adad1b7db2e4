import RecorderEngine

/// Whoever has a number on the network, as its rules see everybody: they never ask what stands
/// behind it.
protocol NetworkMember {
  /// The address that nobody else can have without a conflict; nil while it is on no network.
  var heldAddress: IPAddress? { get }
  /// Whether it turns away whatever comes from the laptop.
  var turnsLaptopAway: Bool { get }
  /// Whether it judges a typed password by rules of its own: it is asked when a job begins, while
  /// that is at hand, and its turn only tells what came of it.
  var judgesPasswords: Bool { get }

  /// Whether it answers at that time.
  func answers(at now: Timestamp) -> Bool
  /// What it says of itself; that another has its address it cannot know.
  func said(at now: Timestamp) -> KnownDevice
}
