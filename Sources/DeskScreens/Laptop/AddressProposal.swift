import PracticeDesk
import RecorderEngine
import ScreenKit

/// Where so many addresses in a row are free: what the form begins with.
enum AddressProposal {
  /// The first address of a free stretch in the network of these devices; nil where there is none.
  ///
  /// A single device keeps its address until somebody types another one.
  static func start(for targets: [KnownDevice], in known: LaptopKnowledge) -> IPAddress? {
    guard let first = targets.first, targets.count > 1, first.details != nil else {
      return targets.first?.address
    }
    let others = known.setup.map { [$0.address, $0.router] } ?? []
    let used = known.devices.map(\.address) + others
    let near = used.filter {
      $0 >= first.address && $0.isNeighbour(of: first.address, mask: first.mask)
    }
    .sorted()
    for (place, address) in near.enumerated() {
      let isLast = place + 1 == near.count
      let room = isLast ? Int.max : Int(near[place + 1].bits - address.bits) - 1
      guard room >= targets.count else { continue }
      let start = IPAddress(bits: address.bits &+ 1)
      let stretch = AddressPlan.addresses(
        from: start, step: 1, count: targets.count, mask: first.mask)
      if stretch != nil { return start }
    }
    return first.address
  }
}
