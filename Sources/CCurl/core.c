#include <sys/prctl.h>
#include <sys/resource.h>

#include "CCurl.h"

void cc_forbid_core(void) {
  const struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  // A core that goes to another program, as with systemd, heeds no limit.
  prctl(PR_SET_DUMPABLE, 0);
}
