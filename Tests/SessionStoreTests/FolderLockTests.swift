import Foundation
import Testing

@testable import SessionStore

@Suite struct FolderLockTests {
  @Test("One console at a time has the folder")
  func oneAtATime() throws {
    let folder = try TestFolder()
    var first = try FolderLock.acquire("\(folder.path)/lock")
    #expect(first != nil)
    #expect(try FolderLock.acquire("\(folder.path)/lock") == nil)
    first = nil
    #expect(try FolderLock.acquire("\(folder.path)/lock") != nil)
  }

  /// A child has copies of all descriptors until it is the program that it is to become.
  @Test("A copy of the descriptor, as a child that is being started has, does not keep it locked")
  func copyOfTheDescriptor() throws {
    let folder = try TestFolder()
    var lock = try FolderLock.acquire("\(folder.path)/lock")
    let copy = dup(lock?.descriptor ?? -1)
    try #require(copy >= 0)
    defer { close(copy) }
    lock = nil
    #expect(try FolderLock.acquire("\(folder.path)/lock") != nil)
  }
}
