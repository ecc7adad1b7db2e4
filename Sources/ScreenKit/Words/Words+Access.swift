import ConsoleData
import RecorderEngine
import TextUI

extension Words {
  package static func of(_ problem: ApprovalProblem) -> Phrase {
    switch problem {
    case .secondNeeded: tr("This recorder checks twice: a second user has to approve.")
    case .secondWrong: tr("The second user's name or password is wrong, or may not manage users.")
    }
  }

  package static func of(_ problem: SetupProblem) -> Phrase {
    switch problem {
    case .notOpen: tr("The start-up wizard is not open.")
    case .needed: tr("The start-up wizard comes first: this recorder has no password yet.")
    case .passwordNeeded: tr("admin needs a password first.")
    }
  }

  package static func of(_ problem: UpgradeProblem) -> Phrase {
    switch problem {
    case .noSuchFile(let name): tr("There is no firmware file “\(name)”.")
    case .otherModel(let model): tr("This firmware is for \(model). Nothing was changed.")
    case .notNewer(let version): tr("This recorder has \(version.description) already.")
    }
  }

  package static func of(_ problem: ConfigurationProblem) -> Phrase {
    switch problem {
    case .otherModel(let model):
      tr("This file is of a \(model). Nothing was changed.")
    case .wrongSetting(let key, let problem):
      tr("The file's \(key.text) does not fit: \(of(problem)) Nothing was changed.")
    case .wrongGroup(let name):
      tr("The file's group “\(name)” does not fit. Nothing was changed.")
    case .wrongAddress(let address):
      tr("The file's list of addresses does not fit: \(address). Nothing was changed.")
    }
  }

  package static func of(_ problem: AccessListProblem) -> Phrase {
    switch problem {
    case .notAnAddress(let text):
      tr("“\(text)” is no address: four numbers up to 255, such as 192.168.1.100.")
    case .twice(let address): tr("\(address) stands there twice.")
    case .tooMany(let most):
      most == 1
        ? tr("The list holds at most 1 address.")
        : tr("The list holds at most \(most) addresses.")
    }
  }

  /// How the disk stands.
  package static func of(_ disk: DiskState) -> Phrase {
    switch disk {
    case .recording: tr("healthy")
    case .full: tr("full: nothing is recorded")
    case .missing: tr("no disk")
    }
  }

  /// A right as the list of permissions calls it.
  package static func title(of right: Right) -> Phrase {
    switch right {
    case .live: tr("Live view")
    case .playback: tr("Playback")
    case .backup: tr("Backup")
    case .camera: tr("Camera")
    case .record: tr("Record")
    case .alarm: tr("Alarm")
    case .disk: tr("Disk")
    case .network: tr("Network")
    case .system: tr("System")
    case .accounts: tr("Users")
    case .log: tr("Log")
    case .maintenance: tr("Maintenance")
    }
  }
}
