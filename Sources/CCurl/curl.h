// The functions of libcurl that are used, once it is loaded.
#ifndef CC_CURL_H
#define CC_CURL_H
#include <curl/curl.h>

typedef struct {
  CURLcode (*global_init)(long);
  CURL *(*make)(void);
  CURLcode (*set)(CURL *, CURLoption, ...);
  CURLcode (*perform)(CURL *);
  CURLcode (*read)(CURL *, CURLINFO, ...);
  void (*dispose)(CURL *);
  void (*reset)(CURL *);
  CURLM *(*multi_make)(void);
  CURLMcode (*multi_add)(CURLM *, CURL *);
  CURLMcode (*multi_perform)(CURLM *, int *);
  CURLMcode (*multi_poll)(CURLM *, struct curl_waitfd[], unsigned, int, int *);
  CURLMsg *(*multi_read)(CURLM *, int *);
  CURLMcode (*multi_remove)(CURLM *, CURL *);
  CURLMcode (*multi_dispose)(CURLM *);
  struct curl_slist *(*append)(struct curl_slist *, const char *);
  void (*dispose_list)(struct curl_slist *);
} cc_curl;

// The functions; NULL where the library or one of them is missing.
const cc_curl *cc_library(void);

// What the end of a transfer means in every protocol; CC_OTHER where that depends on which it is.
int cc_common_outcome(CURLcode code);
#endif
