// A crash gives the terminal back: a Swift trap would leave it raw, on the alternate screen.
#include "internal.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

char nc_reset[512];
size_t nc_reset_length;

static struct termios saved_modes;
static int guarded_tty = -1;
static int held = -1, real_stderr = -1;
static char alternate_stack[32768];

static const int fatal[] = { SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGQUIT };
enum { FATAL_COUNT = sizeof fatal / sizeof *fatal };
static struct sigaction before[FATAL_COUNT];

int nc_scratch(void) { return memfd_create("frame", MFD_CLOEXEC); }

// Terminfo's padding, "$<5>", is for tputs; here it would be printed.
void nc_reset_add(const char *bytes) {
  while (bytes && *bytes && nc_reset_length < sizeof nc_reset) {
    if (bytes[0] == '$' && bytes[1] == '<') {
      while (*bytes && *bytes != '>') bytes++;
      if (*bytes) bytes++;
    } else {
      nc_reset[nc_reset_length++] = *bytes++;
    }
  }
}

// Only calls that are safe in a signal handler.
static void pass_on_stderr(void) {
  if (held < 0) return;
  char buffer[4096];
  ssize_t count;
  lseek(held, 0, SEEK_SET);
  while ((count = read(held, buffer, sizeof buffer)) > 0) {
    if (write(real_stderr, buffer, (size_t)count) < 0) break;
  }
}

static void crashed(int signal_number) {
  ssize_t ignored = write(guarded_tty, nc_reset, nc_reset_length);
  (void)ignored;
  tcsetattr(guarded_tty, TCSANOW, &saved_modes);
  pass_on_stderr();
  signal(signal_number, SIG_DFL);
  raise(signal_number);
}

void nc_guard_arm(int tty, const struct termios *modes) {
  guarded_tty = tty;
  saved_modes = *modes;
  stack_t stack = { .ss_sp = alternate_stack, .ss_size = sizeof alternate_stack };
  sigaltstack(&stack, NULL);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = crashed;
  action.sa_flags = SA_ONSTACK | SA_NODEFER | (int)SA_RESETHAND;
  for (int i = 0; i < FATAL_COUNT; i++) sigaction(fatal[i], &action, &before[i]);
}

void nc_guard_disarm(void) {
  if (guarded_tty < 0) return;
  for (int i = 0; i < FATAL_COUNT; i++) sigaction(fatal[i], &before[i], NULL);
  guarded_tty = -1;
}

// Only where it would land on the screen: a redirected stderr stays what it is.
void nc_stderr_hold(void) {
  if (!isatty(2)) return;
  held = nc_scratch();
  if (held < 0) return;
  real_stderr = dup(2);
  dup2(held, 2);
}

void nc_stderr_release(void) {
  if (held < 0) return;
  dup2(real_stderr, 2);
  pass_on_stderr();
  close(held);
  close(real_stderr);
  held = real_stderr = -1;
}
