import ConsoleData
import RecorderEngine
import Testing

@testable import ScreenKit

/// The disks of a real recorder, as it tells of them.
@Suite struct ToldDiskTests {
  private let disks = [
    ToldDisk(name: "HDD1", megabytes: 2_000_000, freeMegabytes: 500_000, state: .readWrite),
    ToldDisk(name: "HDD2", megabytes: 1_000_000, freeMegabytes: nil, state: .told("sleeping")),
  ]

  @Test("Each with its state; sums only where all of them are told")
  func facts() {
    #expect(Fact.diskState.text(of: disks) == "HDD1: records, HDD2: sleeping")
    #expect(Fact.diskCapacity.text(of: disks) == "3000 GB")
    #expect(Fact.diskFree.text(of: disks) == "not told")
    #expect(Fact.diskUsed.text(of: disks) == "not told")
    #expect(Fact.diskUsed.text(of: [disks[0]]) == "1500 GB")
    #expect(Fact.diskState.text(of: []) == "no disk")
  }
}
