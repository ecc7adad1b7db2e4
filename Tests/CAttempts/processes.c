#define _GNU_SOURCE
#include "CAttempts.h"

#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "internal.h"

#define ATTEMPT(name) static int name(const char *first, const char *second)
#define NONE ((void)first, (void)second)

static char *no_words[] = {"true", NULL};

static pid_t process(const char *word) {
  pid_t number = -1;
  return word != NULL && sscanf(word, "%d", &number) == 1 ? number : -1;
}

// A child ends at once; its parent takes its exit status.
static int child(long result) {
  const int problem = outcome(result);
  if (result == 0) _exit(0);
  if (result > 0) waitpid((pid_t)result, NULL, 0);
  return problem;
}

ATTEMPT(execute) { return NONE, outcome(execv("/bin/true", no_words)); }
ATTEMPT(execute_opened) {
  return NONE, outcome(syscall(SYS_execveat, AT_FDCWD, "/bin/true", no_words, no_words + 1, 0));
}
ATTEMPT(spawn) {
  pid_t process = 0;
  const int problem = posix_spawn(&process, "/bin/true", NULL, NULL, no_words, no_words + 1);
  if (problem == 0) waitpid(process, NULL, 0);
  return NONE, problem;
}
ATTEMPT(fork_libc) { return NONE, child(fork()); }
ATTEMPT(clone_process) { return NONE, child(syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0)); }
ATTEMPT(clone_process_new) {
  // Only the signal at its end is asked for: the fifth number.
  unsigned long long wishes[11] = {0, 0, 0, 0, SIGCHLD};
  return NONE, child(syscall(435, wishes, sizeof wishes));
}
static int end_at_once(void *given) {
  (void)given;
  _exit(0);
}
// As posix_spawn makes a process: it shares the memory, but it is no thread.
ATTEMPT(clone_with_memory) {
  static _Alignas(16) char stack[65536];
  return NONE, child(clone(end_at_once, stack + sizeof stack, CLONE_VM | CLONE_VFORK | SIGCHLD, 0));
}
#ifdef SYS_fork
ATTEMPT(fork_kernel) { return NONE, child(syscall(SYS_fork)); }
#endif

static void *nothing(void *given) { return given; }

ATTEMPT(make_thread) {
  pthread_t thread;
  int problem = pthread_create(&thread, NULL, nothing, NULL);
  if (problem == 0) problem = pthread_join(thread, NULL);
  return NONE, problem;
}

static void *wait_for_end(void *given) {
  while (1) pause();
  return given;
}

void attempt_begin_thread(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, wait_for_end, NULL);
}

static volatile sig_atomic_t signals = 0;
static void count_signal(int number) { signals += number == SIGUSR1; }

static void *signal_itself(void *given) {
  *(int *)given = pthread_kill(pthread_self(), SIGUSR1);
  return NULL;
}

ATTEMPT(signal_thread) {
  pthread_t thread;
  int problem = 0;
  signals = 0;
  signal(SIGUSR1, count_signal);
  if (pthread_create(&thread, NULL, signal_itself, &problem) != 0) return EAGAIN;
  pthread_join(thread, NULL);
  return NONE, problem == 0 && signals != 1 ? ENOMSG : problem;
}

ATTEMPT(signal_itself_by_number) {
  signals = 0;
  signal(SIGUSR1, count_signal);
  const int problem = outcome(kill(getpid(), SIGUSR1));
  return NONE, problem == 0 && signals != 1 ? ENOMSG : problem;
}

ATTEMPT(raise_signal) {
  signals = 0;
  signal(SIGUSR1, count_signal);
  const int problem = outcome(raise(SIGUSR1));
  return NONE, problem == 0 && signals != 1 ? ENOMSG : problem;
}

ATTEMPT(signal_other) { return (void)second, outcome(kill(process(first), 0)); }
ATTEMPT(signal_others_thread) {
  return (void)second, outcome(syscall(SYS_tgkill, process(first), process(first), 0));
}
ATTEMPT(signal_any_thread) {
  return (void)second, outcome(syscall(SYS_tkill, process(first), 0));
}
ATTEMPT(signal_with_value) {
  return (void)second, outcome(sigqueue(process(first), 0, (union sigval){0}));
}
ATTEMPT(signal_by_descriptor) {
  const int other = (int)syscall(434 /* pidfd_open */, process(first), 0);
  if (other < 0) return ESRCH;
  const int problem = outcome(syscall(424, other, 0, NULL, 0));
  close(other);
  return (void)second, problem;
}
// Another process gets a signal as soon as this descriptor can be read.
ATTEMPT(signal_by_owner) {
  int ends[2];
  if (pipe(ends) != 0) return errno;
  const int problem = outcome(fcntl(ends[0], F_SETOWN, process(first)));
  close(ends[0]);
  close(ends[1]);
  return (void)second, problem;
}

ATTEMPT(trace) { return (void)second, outcome(ptrace(PTRACE_SEIZE, process(first), 0, 0)); }
ATTEMPT(look_into) {
  char byte;
  const struct iovec own = {&byte, 1};
  struct iovec other = {&byte, 1};
  return (void)second, outcome(process_vm_readv(process(first), &own, 1, &other, 1, 0));
}
ATTEMPT(limit_other) {
  struct rlimit limit;
  return (void)second, outcome(prlimit(process(first), RLIMIT_CORE, NULL, &limit));
}
ATTEMPT(limit_itself) {
  struct rlimit limit;
  return NONE, outcome(prlimit(0, RLIMIT_CORE, NULL, &limit));
}
ATTEMPT(slow_other) {
  const id_t other = (id_t)process(first);
  return (void)second, outcome(setpriority(PRIO_PROCESS, other, getpriority(PRIO_PROCESS, other)));
}
ATTEMPT(place_other) {
  cpu_set_t all;
  sched_getaffinity(0, sizeof all, &all);
  return (void)second, outcome(sched_setaffinity(process(first), sizeof all, &all));
}

const struct attempt process_attempts[] = {
    {"execve", execute},
    {"execveat", execute_opened},
    {"posix_spawn", spawn},
    {"fork", fork_libc},
#ifdef SYS_fork
    {"fork-by-number", fork_kernel},
#endif
    {"clone", clone_process},
    {"clone-with-memory", clone_with_memory},
    {"clone3", clone_process_new},
    {"thread", make_thread},
    {"signal-thread", signal_thread},
    {"signal-itself", signal_itself_by_number},
    {"raise", raise_signal},
    {"kill", signal_other},
    {"tgkill", signal_others_thread},
    {"tkill", signal_any_thread},
    {"sigqueue", signal_with_value},
    {"pidfd_send_signal", signal_by_descriptor},
    {"F_SETOWN", signal_by_owner},
    {"ptrace", trace},
    {"process_vm_readv", look_into},
    {"prlimit", limit_other},
    {"prlimit-itself", limit_itself},
    {"setpriority", slow_other},
    {"sched_setaffinity", place_other},
    {0},
};
