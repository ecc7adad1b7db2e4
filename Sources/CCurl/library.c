#include <dlfcn.h>
#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

#include "CCurl.h"
#include "curl.h"

static cc_curl curl;
static bool is_loaded;

static void load(void) {
  void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
  // The flavour with GnuTLS, where only that is installed.
  if (library == NULL) library = dlopen("libcurl-gnutls.so.4", RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) return;
  const struct {
    const char *name;
    void *place;
  } wanted[] = {
      {"curl_global_init", &curl.global_init},
      {"curl_easy_init", &curl.make},
      {"curl_easy_setopt", &curl.set},
      {"curl_easy_perform", &curl.perform},
      {"curl_easy_getinfo", &curl.read},
      {"curl_easy_cleanup", &curl.dispose},
      {"curl_easy_reset", &curl.reset},
      {"curl_multi_init", &curl.multi_make},
      {"curl_multi_add_handle", &curl.multi_add},
      {"curl_multi_perform", &curl.multi_perform},
      {"curl_multi_poll", &curl.multi_poll},
      {"curl_multi_info_read", &curl.multi_read},
      {"curl_multi_remove_handle", &curl.multi_remove},
      {"curl_multi_cleanup", &curl.multi_dispose},
      {"curl_slist_append", &curl.append},
      {"curl_slist_free_all", &curl.dispose_list},
  };
  for (size_t index = 0; index < sizeof wanted / sizeof *wanted; index++) {
    void *found = dlsym(library, wanted[index].name);
    if (found == NULL) return;
    *(void **)wanted[index].place = found;
  }
  is_loaded = curl.global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

const cc_curl *cc_library(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return is_loaded ? &curl : NULL;
}

int cc_common_outcome(CURLcode code) {
  switch (code) {
  case CURLE_OK: return CC_DELIVERED;
  case CURLE_UNSUPPORTED_PROTOCOL: return CC_NO_LIBRARY;
  case CURLE_COULDNT_RESOLVE_PROXY:
  case CURLE_COULDNT_RESOLVE_HOST:
  case CURLE_COULDNT_CONNECT: return CC_UNREACHABLE;
  case CURLE_USE_SSL_FAILED:
  case CURLE_SSL_CONNECT_ERROR:
  case CURLE_PEER_FAILED_VERIFICATION:
  case CURLE_SSL_CACERT_BADFILE:
  case CURLE_SSL_ISSUER_ERROR:
  case CURLE_SSL_CERTPROBLEM: return CC_TLS;
  case CURLE_OPERATION_TIMEDOUT: return CC_TOO_SLOW;
  default: return CC_OTHER;
  }
}
