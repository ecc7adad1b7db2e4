import RecorderEngine

extension DeskCommand {
  /// The command with everything that somebody typed in this form.
  public func written(in form: TextForm) -> DeskCommand {
    switch self {
    case .letPass, .photograph, .setFault, .reportFootage, .call: self
    case .recorder(let command): .recorder(command.written(in: form))
    case .askSupport(let request): .askSupport(request.written(in: form))
    case .writeNotes(let text): .writeNotes(form(text))
    case .phone(.signInToApp(let account, let password)):
      .phone(.signInToApp(form(account), password.written(in: form)))
    case .phone: self
    case .network(.rehearse(let request)): .network(.rehearse(request.written(in: form)))
    case .network(.begin(let request)): .network(.begin(request.written(in: form)))
    case .network(.open), .network(.discover), .network(.stop), .network(.forgetResults): self
    case .reportMail(.failed(let why)): .reportMail(.failed(form(why)))
    case .reportMail: self
    }
  }
}

extension SupportRequest {
  /// The request in this form.
  public func written(in form: TextForm) -> SupportRequest {
    var request = self
    request.told = told.mapTexts { form($0) }
    return request
  }
}

extension JobRequest {
  fileprivate func written(in form: TextForm) -> JobRequest {
    var request = self
    request.current = current.written(in: form)
    switch order {
    case .setPassword(let new): request.order = .setPassword(new.written(in: form))
    case .upgrade(.file(let name)): request.order = .upgrade(.file(form(name)))
    case .upgrade(.newest), .changeAddress, .factoryDefault, .restart, .setTime(.clock): break
    case .setTime(.server(let server)): request.order = .setTime(.server(form(server)))
    }
    return request
  }
}
