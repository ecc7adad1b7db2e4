import ONVIFMessages
import Testing
import XMLDocuments

/// A no, and what is no answer at all.
@Suite struct ReplyTests {
  private func fault(_ file: String, status: Int) throws -> SOAPFault? {
    let reply = try GetUsers.reply(status: status, body: Corpus.bytes(file))
    if case .refused(let fault) = reply { return fault }
    return nil
  }

  @Test("A no is read under whatever status it comes", arguments: [200, 400, 401, 500])
  func statuses(status: Int) throws {
    let told = try #require(try fault("fault-attempts-left.xml", status: status))
    #expect(told.code == "Sender" && told.subcodes == ["NotAuthorized"])
    #expect(told.isNotAuthorized && told.attemptsLeft == 4)
    let short = try #require(try fault("fault-without-subcodes.xml", status: status))
    #expect(short.subcodes.isEmpty && short.isNotAuthorized && short.attemptsLeft == nil)
    let nested = try #require(try fault("fault-nested-subcodes.xml", status: status))
    #expect(nested.subcodes == ["InvalidArgVal", "FixedUser"] && !nested.isNotAuthorized)
    #expect(nested.reason == "Argument Value Invalid" && nested.detail == "the user is fixed")
    let old = try #require(try fault("fault-of-soap-1.1.xml", status: status))
    #expect(old.code == "FailedAuthentication" && old.isNotAuthorized)
    let empty = try #require(try fault("fault-empty.xml", status: status))
    #expect(empty == SOAPFault(code: nil))
  }

  @Test(
    "How many tries are left is read out of the words",
    arguments: [
      ("You still have 3 attempt(s)", 3), ("3 attempts left", 3), ("2 more tries", 2),
      ("You still have 0 Attempt(s)", 0),
    ])
  func attempts(words: String, count: Int) {
    #expect(SOAPFault(code: nil, reason: words).attemptsLeft == count)
    #expect(SOAPFault(code: nil, detail: words).attemptsLeft == count)
  }

  @Test(
    "Success with something else in it is a misunderstanding",
    arguments: [
      ("body-empty.xml", "expected something in the body"),
      ("body-of-another.xml", "expected GetUsersResponse"),
      ("page-of-a-router.html", "expected an envelope"), ("cut-off.xml", "it ended"),
      ("with-a-document-type.xml", "expected no document type"),
      ("information-latin-1.xml", "expected UTF-8, and got ISO-8859-1"),
    ])
  func misunderstandings(file: String, words: String) throws {
    let body = try Corpus.bytes(file)
    #expect {
      try GetUsers.reply(status: 200, body: body)
    } throws: {
      ($0 as? Misunderstanding)?.message.contains(words) == true
    }
    #expect(try GetUsers.reply(status: 404, body: body) == .status(404))
  }

  @Test("Nothing at all is a status, or a misunderstanding where that is success")
  func nothing() throws {
    #expect(try GetUsers.reply(status: 401, body: []) == .status(401))
    #expect(throws: Misunderstanding.self) { try GetUsers.reply(status: 200, body: []) }
  }

  @Test("A standard fault is read as it was written", arguments: StandardFault.allCases)
  func standard(fault: StandardFault) throws {
    let reply = try GetUsers.reply(status: fault.status(), body: fault.body())
    #expect(reply == .refused(fault.asRead))
    #expect(fault.asRead.isNotAuthorized == (fault == .notAuthorized))
    let own = try GetUsers.reply(status: 500, body: fault.body(reason: "<b>&\u{1B}[1m"))
    guard case .refused(let read) = own else { return #expect(Bool(false), "a fault") }
    #expect(read.reason == "<b>&[1m" && read.subcodes == fault.asRead.subcodes)
  }

  @Test(
    "NotAuthorized is 400 with a token and 401 with a challenge; the other statuses go by the code")
  func status() {
    #expect(StandardFault.notAuthorized.status(.token) == 400)
    #expect(StandardFault.notAuthorized.status(.digest) == 401)
    #expect(StandardFault.fixedUser.status(.digest) == 400)
    #expect(StandardFault.actionNotSupported.status() == 500)
  }

  @Test(
    "What a service does not understand has a fault of its own",
    arguments: [
      ("<a/>", StandardFault.invalidArguments), ("<a", .wellFormed), ("", .wellFormed),
      (
        "<e:Envelope xmlns:e='http://www.w3.org/2003/05/soap-envelope'><e:Body><x/></e:Body></e:Envelope>",
        .actionNotSupported
      ),
      (
        "<e:Envelope xmlns:e='http://www.w3.org/2003/05/soap-envelope'><e:Body><SetHostname xmlns='http://www.onvif.org/ver10/device/wsdl'/></e:Body></e:Envelope>",
        .invalidArguments
      ),
      (
        "<e:Envelope xmlns:e='http://www.w3.org/2003/05/soap-envelope'><e:Body><t:GetUsers/></e:Body></e:Envelope>",
        .wellFormed
      ),
      (
        "<e:Envelope xmlns:e='http://www.w3.org/2003/05/soap-envelope'><e:Header/></e:Envelope>",
        .invalidArguments
      ),
    ])
  func requests(text: String, fault: StandardFault) {
    do throws(Misunderstanding) {
      _ = try IncomingRequest(Array(text.utf8))
      #expect(Bool(false), "it is no request")
    } catch { #expect(error.answer == fault) }
  }
}
