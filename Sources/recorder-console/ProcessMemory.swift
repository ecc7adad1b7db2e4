import CMemory

/// The memory of this process.
enum ProcessMemory {
  /// Keeps the heap small; to be called before any other thread begins.
  static func keepSmall() { memory_keep_heap_small() }

  /// Gives back what nothing needs while nobody presses a key: free memory of the heap, and pages
  /// of program files that were not written to. The kernel brings back what is used again.
  ///
  /// Opening the store and Foundation's own start touch some megabytes of the program files that are
  /// not needed again, as does each place that is visited.
  static func giveBack() {
    memory_give_back_heap()
    memory_give_back_files()
    memory_give_back_constants()
  }
}
