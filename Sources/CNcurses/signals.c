// Signals as descriptors to poll. ncurses' own handler loses a resize that comes between reading
// and waiting; a pipe keeps it.
#include "internal.h"
#include "CNcurses.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

static int pipe_ends[2] = { -1, -1 };
static const int watched[] = { SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGCONT, SIGTSTP, SIGXCPU };
enum { WATCHED_COUNT = sizeof watched / sizeof *watched };
static struct sigaction before[WATCHED_COUNT];
static bool is_open;

static void came(int number) {
  int error = errno;
  unsigned char byte = (unsigned char)number;
  ssize_t ignored = write(pipe_ends[1], &byte, 1);
  (void)ignored;
  errno = error;
}

bool nc_signals_open(void) {
  if (pipe2(pipe_ends, O_NONBLOCK | O_CLOEXEC) != 0) return false;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_flags = SA_RESTART;
  for (int i = 0; i < WATCHED_COUNT; i++) {
    action.sa_handler = came;
    sigaction(watched[i], &action, &before[i]);
  }
  is_open = true;
  return true;
}

void nc_signals_close(void) {
  if (!is_open) return;
  for (int i = 0; i < WATCHED_COUNT; i++) sigaction(watched[i], &before[i], NULL);
  close(pipe_ends[0]);
  close(pipe_ends[1]);
  pipe_ends[0] = pipe_ends[1] = -1;
  is_open = false;
}

// All of the job: a script or a command around the program would go on waiting for it otherwise.
// The system leaves the signal out where no shell waits that could have the job go on.
void nc_signals_stop(void) {
  struct sigaction usual, ours;
  memset(&usual, 0, sizeof usual);
  usual.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &usual, &ours);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
}

int nc_take_signal(void) {
  unsigned char number;
  while (read(pipe_ends[0], &number, 1) == 1) {
    switch (number) {
    case SIGWINCH: return NC_RESIZED;
    case SIGTERM:
    // The time of the processor is over but for what it takes to end.
    case SIGXCPU:
    case SIGINT: return NC_TERMINATED;
    case SIGHUP: return NC_HUNG_UP;
    case SIGCONT: return NC_CONTINUED;
    case SIGTSTP: return NC_SUSPENDED;
    default: break;
    }
  }
  return 0;
}

int nc_waker_open(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }

void nc_waker_wake(int waker) {
  uint64_t one = 1;
  ssize_t ignored = write(waker, &one, sizeof one);
  (void)ignored;
}

void nc_waker_clear(int waker) {
  uint64_t count;
  ssize_t ignored = read(waker, &count, sizeof count);
  (void)ignored;
}

void nc_waker_close(int waker) { close(waker); }

int nc_signal_descriptor(void) { return pipe_ends[0]; }
