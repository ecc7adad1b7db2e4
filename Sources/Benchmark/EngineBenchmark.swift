import RecorderEngine

/// The engine's figures: commands a second through `apply` on one core, timed for this long.
func engineFigures(seconds: Double) -> [Figure] {
  []
}
