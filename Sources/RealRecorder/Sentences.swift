/// Sentences that are said of a real recorder in more than one place; the screens translate them.
enum Sentences {
  static let noLibrary =
    "libcurl.so.4 is not installed; on Debian or Ubuntu: apt-get install libcurl4"
  static let basicOnly = "It asks for the password in the clear, which is never sent."
  static let readOnly = "Only for looking: “connect --allow-changes” lets you change something."
  static let nothingChanged =
    "It answered that it was done, and nothing has changed. Look at the recorder itself."
  static let notAllowed = "The recorder does not let this account do that."
  static let busy = "It says that it cannot, now or at all."
  static let late = "It did not answer in time."
  static let noSense = "Its answer makes no sense here."
  static let notReadAgain =
    "It answered that it was done, and did not tell what is there now. Look before you try it again."
  static let needsReboot =
    "It took that, and goes by it once it was restarted."
  static let elsewhere =
    "It has another address by now. Find it with “recorder-console discover”, and connect there."
  static let leftOut = "It left that out."
  static let wrongPassword =
    "Wrong user name or password. Nothing more is tried until you type again: that could lock it."
  static let levelNeedsPassword =
    "A level goes to the recorder together with a new password: type one as well, and save."
  static let levelNotTaken =
    "The password was set, and the level was not. Look at the recorder itself."
  static let nameAndLevelOnly = "ONVIF knows only name, password and level."
  static let lastAdministrator =
    "It is the last administrator: nobody could change anything after that."
  static let notOwnAccount = "You are logged in with that account."
  static let levelUntold =
    "Its level is not told, and would be changed with it. Do it at the recorder."
  static let summerUntold =
    "Whether it knows summer time is not told, and would be changed with it. Do it at the recorder."
  static let noSuchLevel = "Choose one of Administrator, Operator and User."
  static let newPasswordRefused =
    "It answered that the password was changed, and does not take the new one. Nothing more is tried."
  static let noLog = "It does not tell its log."
  static let binaryLog = "Its log comes as a file in another form, which is not read here."
  static let refusedWithoutWords = "The recorder said no, and not why."
  static let noCard = "It does not tell which network card is which."
  static let notOverONVIF = "ONVIF has nothing for that."
}
