import XMLDocuments

/// Elements of WS-BaseNotification.
enum WSNT: String, XMLElementName {
  static let namespace = XMLNamespace(
    "wsnt", "http://docs.oasis-open.org/wsn/b-2")

  case currentTime = "CurrentTime"
  case terminationTime = "TerminationTime"
  case notificationMessage = "NotificationMessage"
  case topic = "Topic"
  case message = "Message"
  case fixedTopicSet = "FixedTopicSet"
  case topicExpressionDialect = "TopicExpressionDialect"
  case topicExpression = "TopicExpression"
}

/// Elements of WS-Topics.
enum WSTOP: String, XMLElementName {
  static let namespace = XMLNamespace(
    "wstop", "http://docs.oasis-open.org/wsn/t-1")

  case topicSet = "TopicSet"
}
