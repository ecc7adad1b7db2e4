#define _GNU_SOURCE
#include "CProcesses.h"

#include <errno.h>
#include <sys/syscall.h>
#include <unistd.h>

int process_watch(pid_t process) {
  // Closed with an exec by itself. The C library of Debian 12 has a name for the call, older ones none.
  const long watch = syscall(SYS_pidfd_open, process, 0);
  return watch < 0 ? -errno : (int)watch;
}

int process_signal(int watch, int number) {
  return syscall(SYS_pidfd_send_signal, watch, number, (void *)0, 0) == 0 ? 0 : -errno;
}
