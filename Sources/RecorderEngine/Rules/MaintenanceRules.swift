extension RecorderState {
  /// Does what is asked for about the whole recorder; the rules of each stand in a file of its own.
  mutating func obey(_ command: MaintenanceCommand, _ turn: inout Turn) {
    switch command {
    case .factoryDefault(let keepsNetwork, let approval):
      factoryDefault(keepsNetwork: keepsNetwork, approval, &turn)
    case .upgrade(let file, let approval): upgrade(with: file, approval, &turn)
    case .exportConfiguration: exportConfiguration(&turn)
    case .restoreConfiguration(let configuration, let approval):
      restoreConfiguration(configuration, approval, &turn)
    case .formatDisk(let approval): formatDisk(approval, &turn)
    case .restart: restart(&turn)
    case .shutDown: shutDown(&turn)
    }
  }
}
