#define _GNU_SOURCE
#include "CPty.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

static int open_terminal(int columns, int rows, char *name, size_t length) {
  int terminal = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
  if (terminal < 0) return -errno;
  if (grantpt(terminal) != 0 || unlockpt(terminal) != 0 ||
      ptsname_r(terminal, name, length) != 0 || pty_resize(terminal, columns, rows) != 0) {
    int problem = errno;
    close(terminal);
    return -problem;
  }
  return terminal;
}

// posix_spawn, not fork: it does not copy the measuring program, so that is not in the figures.
// Opening the far end as leader of a new session makes it the controlling terminal.
static int spawn(pid_t *process, const char *path, const char *name, char *const arguments[],
                 char *const environment[]) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0);
  posix_spawn_file_actions_adddup2(&actions, 0, 1);
  posix_spawn_file_actions_adddup2(&actions, 0, 2);
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setflags(
      &attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  int problem = posix_spawn(process, path, &actions, &attributes, arguments, environment);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return problem;
}

int pty_start(const char *path, char *const arguments[], char *const environment[], int columns,
              int rows, int *terminal) {
  char name[64];
  pid_t process = 0;
  int opened = open_terminal(columns, rows, name, sizeof name);
  if (opened < 0) return opened;
  int problem = spawn(&process, path, name, arguments, environment);
  if (problem != 0) {
    close(opened);
    return -problem;
  }
  *terminal = opened;
  return process;
}

int pty_resize(int terminal, int columns, int rows) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  return ioctl(terminal, TIOCSWINSZ, &size) == 0 ? 0 : -errno;
}

int pty_wait_readable(int terminal, int milliseconds) {
  struct pollfd one = {.fd = terminal, .events = POLLIN};
  int ready = poll(&one, 1, milliseconds);
  if (ready < 0) return errno == EINTR ? 0 : -errno;
  return ready;
}

long pty_read(int terminal, void *bytes, long count) {
  ssize_t got = read(terminal, bytes, (size_t)count);
  if (got > 0) return got;
  if (got == 0) return -EIO;
  return errno == EAGAIN || errno == EINTR ? 0 : -errno;
}

void pty_stop(int process, int terminal) {
  int status;
  kill(process, SIGKILL);
  while (waitpid(process, &status, 0) < 0 && errno == EINTR) continue;
  close(terminal);
}
