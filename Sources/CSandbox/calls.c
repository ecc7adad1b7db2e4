#define _GNU_SOURCE
#include "CSandbox.h"

#include <asm/ioctls.h>
#include <asm/sockios.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "refused.h"

#if defined(__x86_64__)
#define OWN_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define OWN_ARCHITECTURE AUDIT_ARCH_AARCH64
#else
#error "The numbers of system calls are known for x86_64 and arm64 only."
#endif

#define COUNT(list) (sizeof(list) / sizeof *(list))

// The bit in the number of a call by which x86_64 takes it in its x32 form.
enum { is_x32 = 0x40000000 };

enum { room = 512 };
struct program {
  struct sock_filter steps[room];
  unsigned short length;
  uint32_t process;
};

static void step(struct program *p, uint16_t code, uint8_t yes, uint8_t no, uint32_t value) {
  // A longer program than there is room for is refused by the kernel, whose limit is higher.
  if (p->length < room) p->steps[p->length] = (struct sock_filter){code, yes, no, value};
  p->length++;
}

static void answer(struct program *p, uint32_t value) { step(p, BPF_RET | BPF_K, 0, 0, value); }

static void allow(struct program *p) { answer(p, SECCOMP_RET_ALLOW); }

static void refuse(struct program *p, int problem) {
  answer(p, SECCOMP_RET_ERRNO | (uint32_t)problem);
}

static void load(struct program *p, size_t place) {
  step(p, BPF_LD | BPF_W | BPF_ABS, 0, 0, (uint32_t)place);
}

// The lower half of an argument, which is all that the kernel takes of an int.
static void load_int(struct program *p, int argument) {
  load(p, offsetof(struct seccomp_data, args) + (size_t)argument * sizeof(uint64_t));
}

// The next step is left out unless what was loaded is this value, or has any of these bits.
static void if_equal(struct program *p, uint32_t value) {
  step(p, BPF_JMP | BPF_JEQ | BPF_K, 0, 1, value);
}

static void if_any(struct program *p, uint32_t bits) {
  step(p, BPF_JMP | BPF_JSET | BPF_K, 0, 1, bits);
}

// What follows counts for this call alone and has to end with an answer; `end_of_call` closes it.
static unsigned short for_call(struct program *p, uint32_t number) {
  step(p, BPF_JMP | BPF_JEQ | BPF_K, 0, 0, number);
  return p->length;
}

static void end_of_call(struct program *p, unsigned short start) {
  if (start <= room) p->steps[start - 1].jf = (uint8_t)(p->length - start);
}

static void refuse_unless_own(struct program *p, uint32_t number, int is_0_own) {
  const unsigned short start = for_call(p, number);
  load_int(p, 0);
  if_equal(p, p->process);
  allow(p);
  if (is_0_own) {
    if_equal(p, 0);
    allow(p);
  }
  refuse(p, EPERM);
  end_of_call(p, start);
}

static void refuse_values(
    struct program *p, uint32_t number, int argument, const uint32_t *values, size_t count) {
  const unsigned short start = for_call(p, number);
  load_int(p, argument);
  for (size_t i = 0; i < count; i++) {
    if_equal(p, values[i]);
    refuse(p, EPERM);
  }
  allow(p);
  end_of_call(p, start);
}

static void refuse_bits(struct program *p, uint32_t number, int argument, uint32_t bits) {
  const unsigned short start = for_call(p, number);
  load_int(p, argument);
  if_any(p, bits);
  refuse(p, EPERM);
  allow(p);
  end_of_call(p, start);
}

// Only AF_UNIX: no network, and none of the kernel's other families.
static void refuse_other_sockets(struct program *p, uint32_t number) {
  const unsigned short start = for_call(p, number);
  load_int(p, 0);
  if_equal(p, AF_UNIX);
  allow(p);
  refuse(p, EPERM);
  end_of_call(p, start);
}

// Threads alone, and none in a namespace of its own.
static void refuse_processes(struct program *p) {
  const uint32_t namespaces = CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC |
                              CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET;
  const unsigned short start = for_call(p, __NR_clone);
  load_int(p, 0);
  if_any(p, namespaces);
  refuse(p, EPERM);
  if_any(p, CLONE_THREAD);
  allow(p);
  refuse(p, EPERM);
  end_of_call(p, start);
}

// A path that is NULL means the descriptor itself, as futimens has it.
static void refuse_times_by_path(struct program *p) {
  const unsigned short start = for_call(p, __NR_utimensat);
  load_int(p, 1);
  step(p, BPF_JMP | BPF_JEQ | BPF_K, 1, 0, 0);
  refuse(p, EPERM);
  load(p, offsetof(struct seccomp_data, args) + sizeof(uint64_t) + sizeof(uint32_t));
  if_equal(p, 0);
  allow(p);
  refuse(p, EPERM);
  end_of_call(p, start);
}

// First of all the architecture: the same number is another call on each.
static void refuse_strange_numbers(struct program *p) {
  load(p, offsetof(struct seccomp_data, arch));
  step(p, BPF_JMP | BPF_JEQ | BPF_K, 1, 0, OWN_ARCHITECTURE);
  refuse(p, EPERM);
  load(p, offsetof(struct seccomp_data, nr));
#ifdef __x86_64__
  if_any(p, is_x32);
  refuse(p, EPERM);
#endif
  step(p, BPF_JMP | BPF_JGT | BPF_K, 0, 1, newest_judged);
  refuse(p, ENOSYS);
}

static void compose(struct program *p) {
  // Text put into a terminal as if typed, a console's doings, signals for another's descriptor.
  static const uint32_t requests[] = {TIOCSTI, TIOCLINUX, TIOCSETD, FIOSETOWN, SIOCSPGRP};
  static const uint32_t commands[] = {F_SETOWN, F_SETOWN_EX, F_SETSIG};
  refuse_strange_numbers(p);
  for (size_t i = 0; i < COUNT(refused); i++) {
    if_equal(p, refused[i]);
    refuse(p, EPERM);
  }
  // The C library takes this answer for an old kernel's, and makes threads by clone.
  if_equal(p, 435 /* clone3 */);
  refuse(p, ENOSYS);
  refuse_processes(p);
  for (size_t i = 0; i < COUNT(for_own_process); i++)
    refuse_unless_own(p, for_own_process[i], 0);
  for (size_t i = 0; i < COUNT(for_own_process_or_0); i++)
    refuse_unless_own(p, for_own_process_or_0[i], 1);
  refuse_other_sockets(p, __NR_socket);
  refuse_other_sockets(p, __NR_socketpair);
  refuse_values(p, __NR_ioctl, 1, requests, COUNT(requests));
  refuse_values(p, __NR_fcntl, 1, commands, COUNT(commands));
  refuse_times_by_path(p);
  // Code that was not in the program when it began.
  refuse_bits(p, __NR_mmap, 2, PROT_EXEC);
  refuse_bits(p, __NR_mprotect, 2, PROT_EXEC);
  refuse_bits(p, __NR_pkey_mprotect, 2, PROT_EXEC);
  allow(p);
}

int sandbox_restrict_calls(void) {
  struct program program = {.length = 0, .process = (uint32_t)getpid()};
  compose(&program);
  if (program.length > room) return -E2BIG;
  struct sock_fprog filter = {.len = program.length, .filter = program.steps};
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter, 0, 0) == 0 ? 0 : -errno;
}
