import CMemory

/// The memory of this process.
enum ProcessMemory {
  /// Gives back what only the start needed: free memory of the heap, and pages of program files.
  ///
  /// Opening the store and Foundation's own start touch some megabytes of the program files that are
  /// not needed again.
  static func giveBackStartPages() {
    memory_give_back_heap()
    memory_give_back_files()
  }
}
