import RecorderEngine

extension Desk {
  /// Where the automation with the old password signs in from.
  public static let automationAddress = "192.168.226.77"

  /// Switches a fault on or off, with what it does at once.
  mutating func set(
    _ fault: Fault, _ length: Interval?, at now: Timestamp,
    with cryptography: any DeviceCryptography
  ) -> [DeskEvent] {
    let before = surroundings.faults.length(of: fault)
    guard before != length else { return [] }
    let changed = DeskEvent.faultChanged(fault, length)
    func tell(_ command: RecorderCommand) -> [DeskEvent] {
      self.tell(command, at: now, with: cryptography)
    }
    switch fault {
    case .clockWrong:
      return [changed] + tell(.hands(.slipClock((length ?? .zero) - (before ?? .zero))))
    case .powerCut: return [changed] + tell(.hands(.switchPower(on: length == nil)))
    case .cameraPasswords: return [changed] + (length == nil ? [] : tell(.hands(.refuseAtCameras)))
    case .coveredLens:
      return [changed] + tell(.hands(.coverCamera(channel: 1, length != nil)))
    case .inboxFull: return [changed] + (length == nil ? emptyInbox() : fillInbox(at: now))
    case .relocking:
      automationAt = length.map { now + $0 }
      return [changed, .outsideWatched(next: nextOutside)]
    case .mailDelay, .spam, .supportClosed, .noProof: return [changed]
    }
  }

  private func fillInbox(at now: Timestamp) -> [DeskEvent] {
    let mailbox = surroundings.phone.mailbox
    let room = Mailbox.capacity - mailbox.letters(in: .inbox).count
    return (0..<max(0, room)).map { place in
      let sentAt = now - .hours(Int64(5 * (room - place)))
      return .phone(
        .letterArrived(
          Letter(
            number: mailbox.nextNumber + place, to: mailbox.address ?? "", from: "",
            sentAt: sentAt, content: .other(place))))
    }
  }

  private func emptyInbox() -> [DeskEvent] {
    surroundings.phone.mailbox.letters.compactMap { letter in
      if case .other = letter.content { .phone(.letterDeleted(letter.number)) } else { nil }
    }
  }

  /// The automation signs in with the password of old days, which is nobody's any more.
  mutating func runAutomation(
    at now: Timestamp, with cryptography: any DeviceCryptography
  ) -> [DeskEvent] {
    automationAt = surroundings.faults.length(of: .relocking).map { now + $0 }
    // What it is refused is its own affair: nobody at the desk hears of it.
    return tell(
      .remote(.signIn(.admin, Secret("the old password"), from: Desk.automationAddress)), at: now,
      with: cryptography
    ).filter { if case .recorder(.refused) = $0 { false } else { true } }
  }
}
