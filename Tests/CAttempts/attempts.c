#define _GNU_SOURCE
#include "CAttempts.h"

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <string.h>
#include <sys/prctl.h>

#include "internal.h"

static const struct attempt *find(const struct attempt *list, const char *name) {
  while (list->name != NULL && strcmp(list->name, name) != 0) list++;
  return list->name != NULL ? list : NULL;
}

int attempt(const char *name, const char *first, const char *second) {
  const struct attempt *found = find(file_attempts, name);
  if (found == NULL) found = find(process_attempts, name);
  if (found == NULL) found = find(kernel_attempts, name);
  return found != NULL ? found->make(first, second) : -1;
}

const char *attempt_error(int number) { return strerrorname_np(number); }

int attempt_without_landlock(int number) {
  struct sock_filter steps[] = {
      {BPF_LD | BPF_W | BPF_ABS, 0, 0, offsetof(struct seccomp_data, nr)},
      {BPF_JMP | BPF_JEQ | BPF_K, 0, 1, 444 /* landlock_create_ruleset */},
      {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ERRNO | (unsigned)number},
      {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ALLOW},
  };
  struct sock_fprog filter = {.len = sizeof steps / sizeof *steps, .filter = steps};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return -1;
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter, 0, 0);
}
