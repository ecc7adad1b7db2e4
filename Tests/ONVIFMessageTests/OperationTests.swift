import RecorderEngine
import Testing

@testable import ONVIFMessages

/// The table of operations, and small values.
@Suite struct OperationTests {
  @Test("Who may do what")
  func access() {
    func open(_ level: UserLevel?) -> Set<AccessClass> {
      Set(AccessClass.allCases.filter { $0.isOpen(to: level) })
    }
    #expect(open(.administrator) == Set(AccessClass.allCases))
    #expect(open(.user) == [.preAuthentication, .readSystem, .readMedia])
    #expect(open(.operator) == open(.user).union([.readSystemSensitive, .actuate]))
    for level in [nil, UserLevel.anonymous, .extended] {
      #expect(open(level) == [.preAuthentication])
    }
    #expect(
      Set(OperationName.allCases.filter { $0.access == .preAuthentication }) == [
        .getServices, .getServiceCapabilities, .getCapabilities, .getWsdlUrl, .getHostname,
        .getSystemDateAndTime, .getMediaServiceCapabilities, .getEventServiceCapabilities,
        .getSearchServiceCapabilities,
      ])
    #expect(OperationName.getUsers.access == .readSystemSecret)
    #expect(OperationName.systemReboot.access == .unrecoverable)
  }

  @Test("Actions, as the descriptions of the services have them")
  func actions() {
    let root = "http://www.onvif.org/ver10/"
    #expect(OperationName.getUsers.action == root + "device/wsdl/GetUsers")
    #expect(
      OperationName.pullMessages.action
        == root + "events/wsdl/PullPointSubscription/PullMessagesRequest")
    #expect(
      OperationName.renew.answerAction
        == "http://docs.oasis-open.org/wsn/bw-2/SubscriptionManager/RenewResponse")
    #expect(Set(OperationName.allCases.map(\.action)).count == OperationName.allCases.count)
  }

  @Test("Filters of topics")
  func filters() {
    func topics(_ expressions: String...) -> Set<EventTopic> {
      Set(EventTopic.allCases.filter(TopicFilter(expressions: expressions).matches))
    }
    #expect(topics() == Set(EventTopic.allCases))
    #expect(topics("tns1:VideoSource//.") == [.motion, .tamper, .videoLoss])
    #expect(topics("tns1:VideoSource/MotionAlarm|tns1:Device//.") == [.motion, .digitalInput])
    #expect(topics("tns1:Video//.", "x") == [])
    for topic in EventTopic.allCases { #expect(EventTopic(path: topic.path) == topic) }
  }

  @Test("Lengths of time as XML has them")
  func durations() {
    func read(_ text: String) -> Int64? { Interval(duration: text)?.milliseconds }
    #expect(read("PT5S") == 5_000)
    #expect(read("PT1H2M3.5S") == 3_723_500)
    #expect(read("P1DT1S") == 86_401_000)
    #expect(read("PT0S") == 0)
    for wrong in ["", "P", "PT", "5", "P1Y", "P1M", "-PT1S", "PT1S2M", "PTS", "PT1.2.3S", "PT９S"] {
      #expect(read(wrong) == nil, "\(wrong)")
    }
    for length in [Interval.zero, .seconds(90), .milliseconds(5), .milliseconds(1_050)] {
      #expect(Interval(duration: length.durationText) == length)
    }
  }

  @Test("Masks and prefixes")
  func masks() {
    #expect(IPAddress.mask(prefix: 24)?.description == "255.255.255.0")
    #expect(IPAddress.mask(prefix: 0)?.bits == 0)
    #expect(IPAddress.mask(prefix: 33) == nil)
    for prefix in 0...32 {
      #expect(IPAddress.mask(prefix: prefix)?.prefixOfMask == prefix)
    }
    #expect(IPAddress("255.0.255.0")?.prefixOfMask == nil)
    for wrong in ["", "1.2.3", "1.2.3.4.5", "256.1.1.1", "1.2.3.x", " 1.2.3.4", "1.2.3.+4"] {
      #expect(IPAddress(wrong) == nil, "\(wrong)")
    }
  }

  @Test("What a device is sent says in its type of content what it is about")
  func contentType() {
    #expect(
      MessageBody.contentType(action: OperationName.getUsers.action)
        == "application/soap+xml; charset=utf-8; "
        + "action=\"http://www.onvif.org/ver10/device/wsdl/GetUsers\"")
    #expect(MessageBody.contentType == "application/soap+xml; charset=utf-8")
  }
}
