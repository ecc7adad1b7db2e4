#ifndef CATTEMPTS_INTERNAL_H
#define CATTEMPTS_INTERNAL_H

#include <errno.h>

struct attempt {
  const char *name;
  int (*make)(const char *first, const char *second);
};

// Each list ends with an entry without a name.
extern const struct attempt file_attempts[], process_attempts[], kernel_attempts[];

// What a system call's result means.
static inline int outcome(long result) { return result < 0 ? errno : 0; }

#endif
