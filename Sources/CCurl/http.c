#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "CCurl.h"
#include "curl.h"

// What one request needs while it is under way.
typedef struct {
  const cc_request *request;
  cc_answer *answer;
  bool is_too_large;
} exchange;

enum { HEAD_LIMIT = 64 << 10 };

// Keeps a part of the answer behind what is there; more than the limit ends the exchange.
static size_t keep(const char *part, size_t length, char **kept, size_t *count, size_t limit,
                   exchange *exchange) {
  if (length > limit - *count) {
    exchange->is_too_large = true;
    return 0;
  }
  // A byte more than is needed: nothing at all is no reason to have no memory.
  char *longer = realloc(*kept, *count + length + 1);
  if (longer == NULL) return 0;
  memcpy(longer + *count, part, length);
  *kept = longer;
  *count += length;
  return length;
}

static size_t take(char *part, size_t size, size_t count, void *context) {
  exchange *exchange = context;
  cc_answer *answer = exchange->answer;
  return keep(part, size * count, &answer->body, &answer->body_count,
              exchange->request->answer_limit, exchange);
}

// A line of the head; those of an interim answer are forgotten.
static size_t hear(char *line, size_t size, size_t count, void *context) {
  exchange *exchange = context;
  cc_answer *answer = exchange->answer;
  if (size * count > 5 && memcmp(line, "HTTP/", 5) == 0) answer->head_count = 0;
  return keep(line, size * count, &answer->head, &answer->head_count, HEAD_LIMIT, exchange);
}

static void set_trust(const cc_curl *library, CURL *curl, const cc_request *request) {
  if (request->authorities != NULL) library->set(curl, CURLOPT_CAINFO, request->authorities);
  if (request->pin == NULL) return;
  // Devices vouch for themselves, by names and for times that are long over: the key tells.
  library->set(curl, CURLOPT_SSL_VERIFYPEER, 0L);
  library->set(curl, CURLOPT_SSL_VERIFYHOST, 0L);
  library->set(curl, CURLOPT_PINNEDPUBLICKEY, request->pin);
}

static void set_protocols(const cc_curl *library, CURL *curl) {
#if LIBCURL_VERSION_NUM >= 0x075500
  library->set(curl, CURLOPT_PROTOCOLS_STR, "http,https");
#else
  library->set(curl, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
#endif
  library->set(curl, CURLOPT_FOLLOWLOCATION, 0L);
}

static void set_request(const cc_curl *library, CURL *curl, exchange *exchange) {
  const cc_request *request = exchange->request;
  library->set(curl, CURLOPT_URL, request->url);
  set_protocols(library, curl);
  set_trust(library, curl, request);
  if (request->is_direct) library->set(curl, CURLOPT_PROXY, "");
  if (request->user != NULL) {
    library->set(curl, CURLOPT_HTTPAUTH, (long)CURLAUTH_BASIC);
    library->set(curl, CURLOPT_USERNAME, request->user);
    library->set(curl, CURLOPT_PASSWORD, request->secret);
  }
  if (request->body != NULL) {
    library->set(curl, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)request->body_count);
    library->set(curl, CURLOPT_POSTFIELDS, request->body);
  }
  if (request->is_compressible) library->set(curl, CURLOPT_ACCEPT_ENCODING, "gzip, deflate");
  if (request->connection != NULL) {
    // A stream that is refused in HTTP/2 is sent again as well.
    library->set(curl, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
    library->set(curl, CURLOPT_MAXCONNECTS, 1L);
    // A digest is made of the path as it was told, dots and all.
    library->set(curl, CURLOPT_PATH_AS_IS, 1L);
  }
  if (request->is_sent_once) library->set(curl, CURLOPT_FRESH_CONNECT, 1L);
  library->set(curl, CURLOPT_CUSTOMREQUEST, request->method);
}

static void set_bounds(const cc_curl *library, CURL *curl, exchange *exchange) {
  library->set(curl, CURLOPT_CONNECTTIMEOUT_MS, exchange->request->connect_milliseconds);
  library->set(curl, CURLOPT_TIMEOUT_MS, exchange->request->milliseconds);
  library->set(curl, CURLOPT_NOSIGNAL, 1L);
#if LIBCURL_VERSION_NUM >= 0x075700
  library->set(curl, CURLOPT_QUICK_EXIT, 1L);
#endif
  library->set(curl, CURLOPT_WRITEFUNCTION, take);
  library->set(curl, CURLOPT_WRITEDATA, exchange);
  library->set(curl, CURLOPT_HEADERFUNCTION, hear);
  library->set(curl, CURLOPT_HEADERDATA, exchange);
  library->set(curl, CURLOPT_ERRORBUFFER, exchange->answer->error);
}

static int outcome(CURLcode code) {
  switch (code) {
  case CURLE_PARTIAL_FILE:
  case CURLE_GOT_NOTHING:
  case CURLE_SEND_ERROR:
  case CURLE_RECV_ERROR: return CC_CUT;
  case CURLE_SSL_PINNEDPUBKEYNOTMATCH: return CC_OTHER_KEY;
  default: return cc_common_outcome(code);
  }
}

static int perform(const cc_curl *library, CURL *curl, exchange *exchange) {
  struct curl_slist *headers = NULL;
  for (size_t place = 0; place < exchange->request->header_count; place++) {
    struct curl_slist *longer = library->append(headers, exchange->request->headers[place]);
    if (longer == NULL) {
      library->dispose_list(headers);
      return CC_OTHER;
    }
    headers = longer;
  }
  set_request(library, curl, exchange);
  set_bounds(library, curl, exchange);
  library->set(curl, CURLOPT_HTTPHEADER, headers);
  int ended = outcome(library->perform(curl));
  int result = exchange->is_too_large ? CC_TOO_LARGE : ended;
  long sent = 0;
  library->read(curl, CURLINFO_REQUEST_SIZE, &sent);
  exchange->answer->has_left = sent > 0;
  library->read(curl, CURLINFO_RESPONSE_CODE, &exchange->answer->status);
  library->set(curl, CURLOPT_ERRORBUFFER, NULL);
  library->dispose_list(headers);
  return result;
}

// A server that goes away would end the program with SIGPIPE otherwise.
static void hold_pipe(sigset_t *before) {
  sigset_t pipe;
  sigemptyset(&pipe);
  sigaddset(&pipe, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &pipe, before);
}

static void let_pipe_go(const sigset_t *before) {
  const struct timespec now = {0, 0};
  sigset_t pipe;
  sigemptyset(&pipe);
  sigaddset(&pipe, SIGPIPE);
  if (!sigismember(before, SIGPIPE)) sigtimedwait(&pipe, NULL, &now);
  pthread_sigmask(SIG_SETMASK, before, NULL);
}

void cc_ask(const cc_request *request, cc_answer *answer) {
  memset(answer, 0, sizeof *answer);
  const cc_curl *library = cc_library();
  answer->outcome = library == NULL ? CC_NO_LIBRARY : CC_OTHER;
  if (library == NULL) return;
  CURL *curl = request->connection != NULL ? request->connection : library->make();
  if (curl == NULL) return;
  sigset_t before;
  hold_pipe(&before);
  exchange exchange = {request, answer, false};
  answer->outcome = perform(library, curl, &exchange);
  if (request->connection == NULL) {
    library->dispose(curl);
  } else {
    // The connection stays, and nothing of the request.
    library->reset(curl);
  }
  let_pipe_go(&before);
}

cc_connection *cc_connection_make(void) {
  const cc_curl *library = cc_library();
  return library == NULL ? NULL : library->make();
}

void cc_connection_dispose(cc_connection *connection) {
  const cc_curl *library = cc_library();
  if (library == NULL || connection == NULL) return;
  sigset_t before;
  hold_pipe(&before);
  library->dispose(connection);
  let_pipe_go(&before);
}

// The first certificate that a connection came with.
static char *first_certificate(const cc_curl *library, CURL *curl) {
  struct curl_certinfo *told = NULL;
  if (library->read(curl, CURLINFO_CERTINFO, &told) != CURLE_OK || told == NULL) return NULL;
  if (told->num_of_certs < 1) return NULL;
  for (struct curl_slist *line = told->certinfo[0]; line != NULL; line = line->next) {
    if (strncmp(line->data, "Cert:", 5) == 0) return strdup(line->data + 5);
  }
  return NULL;
}

char *cc_certificate(const char *url, long milliseconds, cc_answer *answer) {
  memset(answer, 0, sizeof *answer);
  const cc_curl *library = cc_library();
  CURL *curl = library == NULL ? NULL : library->make();
  answer->outcome = library == NULL ? CC_NO_LIBRARY : CC_OTHER;
  if (curl == NULL) return NULL;
  sigset_t before;
  hold_pipe(&before);
  library->set(curl, CURLOPT_URL, url);
  set_protocols(library, curl);
  library->set(curl, CURLOPT_PROXY, "");
  library->set(curl, CURLOPT_CONNECT_ONLY, 1L);
  library->set(curl, CURLOPT_CERTINFO, 1L);
  library->set(curl, CURLOPT_SSL_VERIFYPEER, 0L);
  library->set(curl, CURLOPT_SSL_VERIFYHOST, 0L);
  library->set(curl, CURLOPT_TIMEOUT_MS, milliseconds);
  library->set(curl, CURLOPT_NOSIGNAL, 1L);
  library->set(curl, CURLOPT_ERRORBUFFER, answer->error);
  answer->outcome = outcome(library->perform(curl));
  char *found = answer->outcome == CC_DELIVERED ? first_certificate(library, curl) : NULL;
  library->dispose(curl);
  let_pipe_go(&before);
  return found;
}
