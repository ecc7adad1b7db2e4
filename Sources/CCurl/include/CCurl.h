// Letters through a mail server and questions to an HTTP server, by libcurl, which is loaded when
// the first one is sent: with all that it needs it would cost every start of the program more than
// the start may take.
#ifndef CCURL_H
#define CCURL_H
#include <stdbool.h>
#include <stddef.h>

// How far an order or a request came, or that it was carried out.
enum {
  CC_DELIVERED = 0,
  CC_NO_LIBRARY = 1,   // libcurl is not installed, or knows no SMTP
  CC_UNREACHABLE = 2,  // no such host, or nobody answers there
  CC_TLS = 3,          // no encryption where it is wanted, or not with whom it should be
  CC_SIGN_IN = 4,      // the server does not take the name and the secret
  CC_REFUSED = 5,      // the server answered the command of `phase` with a no
  CC_TOO_SLOW = 6,
  CC_STOPPED = 7,
  CC_OTHER = 8,
  CC_TOO_LARGE = 9,  // the answer to a request
  CC_CUT = 10,       // the server hung up in the middle of its answer, or without one
  CC_OTHER_KEY = 11, // the server is not the one whose key is pinned
};

// The command that was sent last.
enum { CC_GREETING = 0, CC_SENDER = 1, CC_RECIPIENT = 2, CC_LETTER = 3 };

typedef struct {
  const char *url;
  bool needs_tls;
  const char *authorities;  // a file of certificates to trust; NULL: those of the system
  const char *user;         // NULL: without signing in
  const char *secret;
  const char *sender;
  const char *recipient;
  const char *letter;  // with its headers, lines ended by CR LF
  size_t letter_count;
  long connect_milliseconds;
  long milliseconds;
  bool (*is_stopped)(const void *context);  // asked ten times a second
  const void *context;
} cc_order;

typedef struct {
  int outcome;
  int phase;
  char reply[512];  // the server's last line, or as much of it as fits
  char error[256];  // what libcurl says
} cc_report;

// What is left of the connection when the outcome is known.
typedef struct {
  void *curl;
  void *multi;
} cc_line;

// Keeps what is in memory out of every core file, for good: for whoever holds a secret.
void cc_forbid_core(void);
// Waits until the letter is delivered, refused, too slow or stopped. The calling thread should be
// one of its own: all signals are held back from it for good, for a server that goes away would
// end the program with SIGPIPE otherwise.
cc_line cc_send(const cc_order *order, cc_report *report);
// Says farewell to the server and waits for its answer, for as long as two minutes.
void cc_hang_up(cc_line line);

// A connection to an HTTP server that is kept between requests, for one thread at a time.
typedef void cc_connection;

// What an HTTP server is asked. A redirection is not followed.
typedef struct {
  const char *method;
  const char *url;  // http or https
  const char *const *headers;
  size_t header_count;
  const char *body;  // NULL: nothing is sent
  size_t body_count;
  bool is_direct;           // whatever proxy the environment names
  const char *user;         // NULL: without saying who asks
  const char *secret;       // told at once, readable by whoever hears the line
  const char *authorities;  // a file of certificates to trust; NULL: those of the system
  const char *pin;          // `sha256//…`, the one key to trust whoever vouches for it; NULL: none
  bool is_compressible;     // whether the answer may come compressed
  // On a connection of its own: libcurl sends a request a second time where a kept one turns out
  // to be dead.
  bool is_sent_once;
  cc_connection *connection;  // NULL: one for this request alone
  size_t answer_limit;        // bytes of the body, decompressed
  long connect_milliseconds;
  long milliseconds;
} cc_request;

typedef struct {
  int outcome;  // CC_DELIVERED: the server has answered, whatever it has answered
  bool has_left;  // whether any of the request went out: the server may have it
  long status;
  // To be freed by whoever asked, not ended by 0; NULL: nothing came.
  char *head;  // all lines
  size_t head_count;
  char *body;
  size_t body_count;
  char error[256];  // what libcurl says
} cc_answer;

// Asks, and waits for the answer.
void cc_ask(const cc_request *request, cc_answer *answer);
// A connection to keep, which is made with the first request; NULL where libcurl is missing.
cc_connection *cc_connection_make(void);
void cc_connection_dispose(cc_connection *connection);
// The certificate of whoever answers there, in PEM, and nothing else is sent; whoever vouches for
// it. To be freed; NULL: none came.
char *cc_certificate(const char *url, long milliseconds, cc_answer *answer);
#endif
