import RecorderEngine

extension PracticeNetwork {
  /// The numbers of everybody.
  var numbers: ClosedRange<Int> { KnownDevice.own...size }

  /// Who stands behind a number: the one place that knows. Nil where nobody does.
  func member(_ number: Int) -> (any NetworkMember)? {
    guard number != KnownDevice.own else { return recorder }
    guard let device = device(number) else { return nil }
    return MadeDevice(
      number: number, device: device, model: profile.models[device.model],
      places: profile.places,
      macAddress: profile.addresses.macAddress(of: number, seed: seed),
      tries: profile.signIn.tries)
  }

  /// The device that the seed has made for a number.
  func device(_ number: Int) -> NetworkDevice? {
    devices.indices.contains(number - 1) ? devices[number - 1] : nil
  }

  /// The number of somebody who has the address.
  func holder(of address: IPAddress) -> Int? {
    if let place = devices.firstIndex(where: { $0.address == address }) { return place + 1 }
    return recorder?.heldAddress == address ? KnownDevice.own : nil
  }

  /// Whether there is somebody with that number who answers.
  func answers(_ number: Int, at now: Timestamp) -> Bool {
    member(number)?.answers(at: now) ?? false
  }

  /// What is known of a device once it was heard; nil where nobody hears of it at all.
  func known(_ number: Int, at now: Timestamp) -> KnownDevice? {
    member(number).map { known($0, at: now) }
  }

  /// What is known of somebody who was heard.
  func known(_ member: any NetworkMember, at now: Timestamp) -> KnownDevice {
    var known = member.said(at: now)
    known.hasConflict = owners[known.address, default: 0] > (member.heldAddress == nil ? 0 : 1)
    return known
  }

  /// Whether somebody with that number judges typed passwords itself.
  func judgesPasswords(_ number: Int) -> Bool { member(number)?.judgesPasswords ?? false }

  /// Has the desk's recorder stand on the network as it is now; nil: nobody hears of it.
  mutating func place(_ recorder: DeskRecorder?) {
    if let address = self.recorder?.heldAddress { release(address) }
    self.recorder = recorder
    if let address = recorder?.heldAddress { owners[address, default: 0] += 1 }
  }
}
