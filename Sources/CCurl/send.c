#include <pthread.h>
#include <signal.h>
#include <string.h>

#include "CCurl.h"
#include "curl.h"

// What one order needs while it is carried out.
typedef struct {
  const cc_order *order;
  cc_report *report;
  size_t sent;
  bool has_left;  // QUIT was said
} errand;

static size_t give(char *buffer, size_t size, size_t count, void *context) {
  errand *errand = context;
  size_t left = errand->order->letter_count - errand->sent;
  size_t part = size * count < left ? size * count : left;
  memcpy(buffer, errand->order->letter + errand->sent, part);
  errand->sent += part;
  return part;
}

// Every line that the server says; the last one before the farewell is kept.
static size_t hear(char *line, size_t size, size_t count, void *context) {
  errand *errand = context;
  size_t length = size * count;
  if (errand->has_left) return length;
  cc_report *report = errand->report;
  size_t kept = length < sizeof report->reply - 1 ? length : sizeof report->reply - 1;
  memcpy(report->reply, line, kept);
  report->reply[kept] = 0;
  return length;
}

// Every line that is said to the server. Only its command is looked at: a sign-in goes by here.
static int watch(CURL *curl, curl_infotype kind, char *data, size_t count, void *context) {
  (void)curl;
  if (kind != CURLINFO_HEADER_OUT || count < 4) return 0;
  errand *errand = context;
  const char *commands[] = {"MAIL", "RCPT", "DATA"};
  for (int index = 0; index < 3; index++) {
    if (memcmp(data, commands[index], 4) == 0) errand->report->phase = CC_SENDER + index;
  }
  errand->has_left = errand->has_left || memcmp(data, "QUIT", 4) == 0;
  return 0;
}

static void set_route(const cc_curl *library, CURL *curl, const cc_order *order) {
  library->set(curl, CURLOPT_URL, order->url);
  library->set(curl, CURLOPT_USE_SSL, (long)(order->needs_tls ? CURLUSESSL_ALL : CURLUSESSL_TRY));
  if (order->authorities != NULL) library->set(curl, CURLOPT_CAINFO, order->authorities);
  if (order->user != NULL) {
    library->set(curl, CURLOPT_USERNAME, order->user);
    library->set(curl, CURLOPT_PASSWORD, order->secret);
  }
  library->set(curl, CURLOPT_CONNECTTIMEOUT_MS, order->connect_milliseconds);
  library->set(curl, CURLOPT_TIMEOUT_MS, order->milliseconds);
  // Bounds the wait for an answer to the farewell after a refusal as well, which the others do not.
  library->set(curl, CURLOPT_SERVER_RESPONSE_TIMEOUT, 1 + order->milliseconds / 1000);
  // A thread of many: no signals; and no waiting for a name server that does not answer.
  library->set(curl, CURLOPT_NOSIGNAL, 1L);
#if LIBCURL_VERSION_NUM >= 0x075700
  library->set(curl, CURLOPT_QUICK_EXIT, 1L);
#endif
}

static void set_letter(const cc_curl *library, CURL *curl, errand *errand) {
  library->set(curl, CURLOPT_MAIL_FROM, errand->order->sender);
  library->set(curl, CURLOPT_UPLOAD, 1L);
  library->set(curl, CURLOPT_READFUNCTION, give);
  library->set(curl, CURLOPT_READDATA, errand);
  library->set(curl, CURLOPT_HEADERFUNCTION, hear);
  library->set(curl, CURLOPT_HEADERDATA, errand);
  library->set(curl, CURLOPT_DEBUGFUNCTION, watch);
  library->set(curl, CURLOPT_DEBUGDATA, errand);
  library->set(curl, CURLOPT_VERBOSE, 1L);
  library->set(curl, CURLOPT_ERRORBUFFER, errand->report->error);
}

static int outcome(CURLcode code, const cc_report *report) {
  switch (code) {
  case CURLE_LOGIN_DENIED:
  case CURLE_AUTH_ERROR: return CC_SIGN_IN;
  // The server's no to a command, and its no to the letter itself.
  case CURLE_SEND_ERROR:
  case CURLE_WEIRD_SERVER_REPLY:
    return report->phase != CC_GREETING && report->reply[0] >= '4' ? CC_REFUSED : CC_OTHER;
  default: return cc_common_outcome(code);
  }
}

// Carries the transfer on until it ends or is to stop.
static int perform(const cc_curl *library, CURLM *multi, errand *errand) {
  int running = 1;
  while (running > 0) {
    if (errand->order->is_stopped(errand->order->context)) return CC_STOPPED;
    if (library->multi_perform(multi, &running) != CURLM_OK) return CC_OTHER;
    if (running > 0) library->multi_poll(multi, NULL, 0, 100, NULL);
  }
  int left = 0;
  const CURLMsg *message = library->multi_read(multi, &left);
  if (message == NULL || message->msg != CURLMSG_DONE) return CC_OTHER;
  return outcome(message->data.result, errand->report);
}

static int carry(const cc_curl *library, CURLM *multi, CURL *curl, errand *errand) {
  struct curl_slist *recipients = library->append(NULL, errand->order->recipient);
  if (recipients == NULL) return CC_OTHER;
  set_route(library, curl, errand->order);
  set_letter(library, curl, errand);
  library->set(curl, CURLOPT_MAIL_RCPT, recipients);
  int result = CC_OTHER;
  if (library->multi_add(multi, curl) == CURLM_OK) {
    result = perform(library, multi, errand);
    library->multi_remove(multi, curl);
  }
  // The errand ends here, and the farewell is to nobody's ears.
  library->set(curl, CURLOPT_VERBOSE, 0L);
  library->set(curl, CURLOPT_HEADERFUNCTION, NULL);
  library->set(curl, CURLOPT_ERRORBUFFER, NULL);
  library->dispose_list(recipients);
  return result;
}

cc_line cc_send(const cc_order *order, cc_report *report) {
  memset(report, 0, sizeof *report);
  sigset_t all;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, NULL);
  cc_line line = {NULL, NULL};
  const cc_curl *library = cc_library();
  if (library == NULL) {
    report->outcome = CC_NO_LIBRARY;
    return line;
  }
  report->outcome = CC_OTHER;
  errand errand = {order, report, 0, false};
  line.multi = library->multi_make();
  line.curl = library->make();
  if (line.multi != NULL && line.curl != NULL) {
    report->outcome = carry(library, line.multi, line.curl, &errand);
  }
  return line;
}

void cc_hang_up(cc_line line) {
  const cc_curl *library = cc_library();
  if (library == NULL) return;
  if (line.curl != NULL) library->dispose(line.curl);
  if (line.multi != NULL) library->multi_dispose(line.multi);
}
