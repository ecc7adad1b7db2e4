import Foundation
import RecorderEngine
import Support
import Testing

@testable import RealRecorder

/// What the cameras of a device show: fetched by HTTP, signed for only where that is asked.
@Suite(.besideDevices) struct PictureFetchTests {
  private static let jpeg: [UInt8] = [0xFF, 0xD8, 1, 2, 3, 0xFF, 0xD9]

  private func opened(
    _ signIn: StandInHabits.PictureSignIn, _ picture: [UInt8]? = jpeg,
    _ prepare: (inout StandInHabits) -> Void = { _ in }
  ) async throws -> (StandInDevice, RealRecorder) {
    var habits = StandInHabits()
    habits.picture = picture
    habits.pictureSignIn = signIn
    prepare(&habits)
    let device = try StandInDevice(habits)
    let recorder = try device.recorder()
    _ = try await recorder.opened()
    return (device, recorder)
  }

  private func gets(_ device: StandInDevice) -> [StandInDevice.Asked] {
    device.asked.filter { $0.operation == "GET" }
  }

  @Test("Where everybody sees it nobody signs, and the place is asked for once")
  func open() async throws {
    let (device, recorder) = try await opened(.none)
    #expect(recorder.capabilities.fetchesPictures)
    for _ in 1...3 {
      #expect(try await recorder.picture(of: 2) == Data(Self.jpeg))
    }
    #expect(gets(device).map(\.target) == Array(repeating: "/picture?profile=p1", count: 3))
    #expect(gets(device).allSatisfy { !$0.isSigned })
    #expect(device.asked.count { $0.operation == "GetSnapshotUri" } == 1)
  }

  @Test("A digest is shown once it is asked for, and from then on at once")
  func digest() async throws {
    let (device, recorder) = try await opened(.digest)
    for _ in 1...3 {
      #expect(try await recorder.picture(of: 1) == Data(Self.jpeg))
    }
    #expect(gets(device).map(\.isSigned) == [false, true, true, true])
    #expect(device.refusals == 0)
  }

  @Test("One refusal ends all pictures, and nothing else")
  func refused() async throws {
    let (device, recorder) = try await opened(.nobody)
    for channel in [1, 2, 1] { #expect(try await recorder.picture(of: channel) == nil) }
    #expect(gets(device).count { $0.isSigned } == 1)
    #expect(device.refusals == 1)
    _ = try await recorder.connect()
  }

  @Test("A password in the clear is shown to no device")
  func basic() async throws {
    let (device, recorder) = try await opened(.basic)
    for _ in 1...2 { #expect(try await recorder.picture(of: 1) == nil) }
    #expect(gets(device).map(\.isSigned) == [false])
  }

  @Test("The place is asked at the address that was typed, whatever host it is said to have")
  func otherHost() async throws {
    let (device, recorder) = try await opened(.digest) { $0.toldHost = "http://10.0.0.1:81" }
    #expect(try await recorder.picture(of: 1) == Data(Self.jpeg))
    #expect(!gets(device).isEmpty)
  }

  @Test("What is no JPEG is no picture; nor is a channel that is not there")
  func others() async throws {
    let (device, recorder) = try await opened(.none, Array("<html>".utf8))
    #expect(try await recorder.picture(of: 1) == nil)
    let asked = device.asked.count
    for channel in [0, 3, -1] { #expect(try await recorder.picture(of: channel) == nil) }
    #expect(device.asked.count == asked)
  }

  @Test("A device without a place for pictures is asked for it once")
  func noPlace() async throws {
    let (device, recorder) = try await opened(.none, nil)
    for _ in 1...3 { #expect(try await recorder.picture(of: 1) == nil) }
    #expect(device.asked.count { $0.operation == "GetSnapshotUri" } == 1)
    #expect(gets(device).isEmpty)
  }
}
