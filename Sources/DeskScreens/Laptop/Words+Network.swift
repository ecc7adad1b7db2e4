import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

extension Words {
  /// What came of a device's turn.
  package static func of(_ outcome: JobOutcome) -> Phrase {
    switch outcome {
    case .done: tr("done")
    case .wrongPassword(let left): tr("wrong password, \(tries(left)) left")
    case .lockedNow: tr("wrong password: locked now")
    case .locked: tr("locked: takes no password")
    case .noAnswer: tr("no answer")
    case .addressConflict: tr("address conflict: change it first")
    case .addressTaken: tr("the new address is taken")
    case .notActivated: tr("not activated: set a password first")
    case .noSuchFile: tr("no such firmware file")
    case .otherModel: tr("the firmware is for another model")
    case .notNewer: tr("the firmware is not newer")
    case .refused: tr("refused by the device")
    case .notTried: tr("not tried: the job was stopped")
    case .notNamed: tr("not in the list of credentials")
    case .passwordRefused: tr("password refused: not tried again")
    case .unsure: tr("no answer: it may have been done")
    case .notTrusted: tr("no certificate that is known: connect to it first")
    case .heldBack: tr("password not let in before: not shown again")
    }
  }

  /// Why the IP Manager does not begin.
  package static func of(_ refusal: NetworkRefusal) -> Phrase {
    switch refusal {
    case .jobRunning: tr("A job is running: j shows it.")
    case .noTargets: tr("No device is chosen.")
    case .unknownDevice: tr("That device is not in the list: search anew.")
    case .parallelism(let range): tr("From \(range.lowerBound) to \(range.upperBound).")
    case .password(let problem): of(problem)
    case .addresses: tr("There must be one address for each device, and none twice.")
    case .noSuchFile(let name): tr("There is no firmware file “\(name)”.")
    case .readOnly: tr("Only for looking: “connect --allow-changes” lets you change something.")
    }
  }

  /// Why nobody was asked who is there.
  package static func of(_ fault: SearchFault) -> Phrase {
    switch fault {
    case .noCard(let name?):
      tr("Not searched: there is no network card “\(name)” that is on and has an address.")
    case .noCard(nil): tr("Not searched: this computer is in no network.")
    case .notSent(let why): tr("Not searched: no question could be sent: \(why)")
    }
  }

  package static func of(_ kind: DeviceKind) -> Phrase {
    switch kind {
    case .recorder: tr("NVR")
    case .camera: tr("CAM")
    }
  }

  package static func of(_ state: DeviceState) -> Phrase {
    switch state {
    case .offline: tr("offline")
    case .restarting: tr("restarting")
    case .upgrading: tr("upgrading")
    case .locked: tr("▲ locked")
    case .conflict: tr("▲ conflict")
    case .notActivated: tr("not active")
    case .factoryPassword: tr("factory pw")
    case .inUse: tr("in use")
    }
  }

  package static func of(_ filter: DeviceFilter) -> Phrase {
    switch filter {
    case .all: tr("all")
    case .marked: tr("marked")
    case .recorders: tr("recorders")
    case .cameras: tr("cameras")
    case .notActivated: tr("not activated")
    case .factoryPassword: tr("factory password")
    case .inUse: tr("in use")
    case .offline: tr("offline")
    case .trouble: tr("in trouble")
    }
  }

  package static func of(_ order: DeviceSort) -> Phrase {
    switch order {
    case .address: tr("address")
    case .name: tr("name")
    case .model: tr("model")
    case .macAddress: tr("MAC")
    case .firmware: tr("firmware")
    case .state: tr("state")
    }
  }

  /// A number of devices, as in «for 12 devices».
  package static func devices(_ count: Int) -> Phrase {
    count == 1 ? tr("1 device") : tr("\(count) devices")
  }

  /// A job as its screen is titled.
  package static func job(_ act: RemoteAct) -> Phrase {
    switch act {
    case .setPassword: tr("Set password")
    case .changeAddress: tr("Change address")
    case .factoryDefault: tr("Factory default")
    case .restart: tr("Restart")
    case .upgrade: tr("Upgrade")
    case .setTime: tr("Set time")
    }
  }
}
