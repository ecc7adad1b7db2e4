/// A large value behind one reference: copying it costs one count, changing a copy copies it.
///
/// What the console hands to its screens several times a key is held so; a snapshot of a desk alone
/// has some hundred strings and lists, and each would be counted at each copy.
public struct Boxed<Value: Sendable>: Sendable {
  /// Nothing changes it while somebody else holds it, so it may go from thread to thread.
  @usableFromInline
  final class Box: @unchecked Sendable {
    @usableFromInline var value: Value

    @inlinable
    init(_ value: Value) { self.value = value }
  }

  @usableFromInline var box: Box

  /// Boxes a value.
  @inlinable
  public init(_ value: Value) { box = Box(value) }

  /// The value itself; read in place, not copied.
  @inlinable public var value: Value {
    _read { yield box.value }
    _modify {
      if !isKnownUniquelyReferenced(&box) { box = Box(box.value) }
      yield &box.value
    }
  }
}

extension Boxed: Equatable where Value: Equatable {
  /// Whether both hold the same: told at once where one is a copy of the other.
  @inlinable
  public static func == (left: Boxed, right: Boxed) -> Bool {
    left.box === right.box || left.value == right.value
  }
}

extension Boxed: Codable where Value: Codable {
  /// Reads the value as if it had no box.
  public init(from decoder: any Decoder) throws { self.init(try Value(from: decoder)) }

  /// Writes the value as if it had no box.
  public func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }
}
