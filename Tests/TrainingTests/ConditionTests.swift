import RecorderEngine
import Support
import Testing
import Training

@Suite struct ConditionTests {
  @Test("Standings are true of a recorder exactly while they are so")
  func standings() {
    var recorder = TestRecorder.installed()
    func holds(_ standing: Standing) -> Bool {
      standing.holds(in: recorder.desk, at: recorder.now)
    }
    #expect(holds(.nobodySignedIn) && holds(.running) && holds(.questionsSet(.admin)))
    #expect(!holds(.defaultPassword(.admin)) && holds(.password(.admin, atLeast: .high)))
    #expect(holds(.footageKept(days: 14)) && !holds(.footageKept(days: 15)))
    #expect(!holds(.questionsSet("nobody")) && !holds(.password("nobody", atLeast: .low)))
    recorder.signIn()
    #expect(holds(.signedIn(.admin)) && !holds(.nobodySignedIn))
    recorder.tell(.hands(.switchPower(on: false)))
    #expect(!holds(.running) && holds(.nobodySignedIn))
  }

  @Test("Standings of settings, accounts and the clock are true exactly while they are so")
  func moreStandings() {
    let situation = Situation(
      adminPassword: .known("Right-Pass1"),
      accounts: [
        Situation.Account(name: "bob", group: "Ordinary", password: nil, isEnabled: true)
      ],
      settings: [.deviceName: "Shop"], clockOffset: .minutes(-2))
    let recorder = TestRecorder(TestProfile.classic, situation.preparation)
    func holds(_ standing: Standing) -> Bool {
      standing.holds(in: recorder.desk, at: recorder.now)
    }
    #expect(holds(.setting(.deviceName, "Shop")) && !holds(.setting(.deviceName, "shop")))
    #expect(!holds(.setting("no.such", "")))
    #expect(holds(.account("bob")) && !holds(.account("eve")))
    #expect(holds(.member("bob", group: "Ordinary")) && !holds(.member("bob", group: "Advanced")))
    #expect(holds(.may("bob", .live)) && !holds(.may("bob", .accounts)))
    #expect(holds(.may(.admin, .accounts)) && !holds(.may("eve", .live)))
    #expect(holds(.clockRight(within: .minutes(2))) && !holds(.clockRight(within: .seconds(119))))
  }

  @Test("No camera refuses the recorder once it has their passwords")
  func cameras() {
    var refusing = Situation(adminPassword: .lost)
    refusing.camerasRefuse = true
    for (situation, isOpen) in [(refusing, false), (Situation(adminPassword: .lost), true)] {
      let recorder = TestRecorder(TestProfile.classic, situation.preparation)
      #expect(Standing.camerasOpen.holds(in: recorder.desk, at: recorder.now) == isOpen)
    }
    #expect(Standing.words["cameras-open"] == .camerasOpen)
  }

  @Test("A situation's preparation leaves the recorder as it says")
  func situation() {
    let situation = Situation(
      adminPassword: .known("Right-Pass1"), answers: ["Where were you born?": "Here"],
      accounts: [
        Situation.Account(name: "bob", group: "Ordinary", password: nil, isEnabled: false)
      ],
      settings: [.deviceName: "Shop"], clockOffset: .hours(2))
    var recorder = TestRecorder(TestProfile.classic, situation.preparation)
    #expect(recorder.snapshot.account("bob")?.isEnabled == false)
    #expect(recorder.snapshot.account(.admin)?.questions == 1)
    #expect(recorder.snapshot.settings[.deviceName] == "Shop")
    #expect(recorder.snapshot.clock.offset == .hours(2))
    #expect(recorder.signIn().refusals.isEmpty)
  }

  @Test("Happenings that are alike but for their name are told apart by it")
  func names() {
    #expect(Set(Happening.allCases.map(\.rawValue)).count == Happening.allCases.count)
    for happening in Happening.allCases {
      #expect(happening.rawValue.allSatisfy { $0.isLowercase || $0 == "-" })
    }
  }
}
