import ONVIFMessages
import RecorderEngine

/// What the events of a recorder stand at, to be compared with how it stands later.
struct EventWatch {
  /// Something that is so or not, somewhere.
  struct Place: Hashable {
    let topic: EventTopic
    let source: String
  }

  private var states: [Place: Bool]

  /// Looks at a recorder.
  init(_ view: DeviceView) { states = view.eventStates }

  /// Looks again, and tells what has become otherwise.
  mutating func changes(_ view: DeviceView) -> [(topic: EventTopic, message: EventMessage)] {
    let now = view.eventStates
    defer { states = now }
    return view.eventPlaces.compactMap { place in
      guard let state = now[place], state != states[place] else { return nil }
      return (place.topic, place.message(state, .changed, view))
    }
  }
}

extension EventWatch.Place {
  /// What is told of it.
  func message(
    _ isActive: Bool, _ operation: PropertyOperation, _ view: DeviceView
  ) -> EventMessage {
    EventMessage(
      topic, isActive: isActive, source: source, at: view.time.utc, operation: operation)
  }
}

/// What the event service tells.
extension DeviceView {
  var eventCapabilities: EventServiceCapabilities {
    EventServiceCapabilities(
      events: [
        .subscriptionPolicy: false, .pullPoints: true, .pausing: false, .persistentStorage: false,
      ], counts: [.notificationProducers: 1, .pullPoints: bounds.subscriptions])
  }

  /// The topics that this recorder has something for.
  var topics: [EventTopic] {
    EventTopic.allCases.filter { $0 != .digitalInput || !contacts.isEmpty }
  }

  /// How everything is just now.
  var initialEvents: [(topic: EventTopic, message: EventMessage)] {
    let states = eventStates
    return eventPlaces.map { place in
      (place.topic, place.message(states[place] ?? false, .initialized, self))
    }
  }

  fileprivate var eventPlaces: [EventWatch.Place] {
    EventTopic.allCases.flatMap { topic in
      topic == .digitalInput
        ? contacts.map { EventWatch.Place(topic: topic, source: "input_\($0)") }
        : channels.map { EventWatch.Place(topic: topic, source: DeviceView.source($0)) }
    }
  }

  fileprivate var eventStates: [EventWatch.Place: Bool] {
    var states: [EventWatch.Place: Bool] = [:]
    for channel in channels {
      let source = DeviceView.source(channel)
      let camera = snapshot.cameras.channels[channel - 1]
      states[.init(topic: .motion, source: source)] = snapshot.isMoving(channel, at: now)
      states[.init(topic: .tamper, source: source)] = camera == .covered
      states[.init(topic: .videoLoss, source: source)] = camera == .noSignal
    }
    for contact in contacts {
      states[.init(topic: .digitalInput, source: "input_\(contact)")] =
        snapshot.alarms.closedContacts.contains(contact)
    }
    return states
  }
}
