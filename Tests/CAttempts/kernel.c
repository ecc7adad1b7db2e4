#define _GNU_SOURCE
#include <sched.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <unistd.h>

#include "internal.h"

#define ATTEMPT(name) static int name(const char *first, const char *second)
#define NONE ((void)first, (void)second)

static int closed(int descriptor) {
  const int problem = outcome(descriptor);
  if (descriptor >= 0) close(descriptor);
  return problem;
}

ATTEMPT(network) { return NONE, closed(socket(AF_INET, SOCK_STREAM, 0)); }
ATTEMPT(network_6) { return NONE, closed(socket(AF_INET6, SOCK_DGRAM, 0)); }
ATTEMPT(netlink) { return NONE, closed(socket(AF_NETLINK, SOCK_RAW, 0)); }
ATTEMPT(local) { return NONE, closed(socket(AF_UNIX, SOCK_SEQPACKET, 0)); }

// Listens at a path of the file system, and connects to itself there.
ATTEMPT(serve) {
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  strncpy(address.sun_path, first, sizeof address.sun_path - 1);
  const struct sockaddr *place = (const struct sockaddr *)&address;
  const int server = socket(AF_UNIX, SOCK_STREAM, 0), client = socket(AF_UNIX, SOCK_STREAM, 0);
  int problem = outcome(bind(server, place, sizeof address));
  if (problem == 0) problem = outcome(listen(server, 1));
  if (problem == 0) problem = outcome(connect(client, place, sizeof address));
  close(server);
  close(client);
  return (void)second, problem;
}

// Without a terminal at descriptor 0 the kernel itself answers ENOTTY.
static int request(unsigned long number) {
  char text[] = "x";
  return outcome(ioctl(0, number, text));
}
ATTEMPT(type_into_terminal) { return NONE, request(TIOCSTI); }
// The kernel takes the lower half of the number alone.
ATTEMPT(type_by_wide_number) { return NONE, request(TIOCSTI | 1ul << 32); }
ATTEMPT(linux_console) { return NONE, request(TIOCLINUX); }
ATTEMPT(window_size) { return NONE, request(TIOCGWINSZ); }

ATTEMPT(mount_folder) { return (void)second, outcome(mount("x", first, "tmpfs", 0, NULL)); }
ATTEMPT(own_namespace) { return NONE, outcome(unshare(0)); }
ATTEMPT(other_namespace) { return NONE, outcome(setns(-1, 0)); }
ATTEMPT(other_root) { return (void)second, outcome(chroot(first)); }
ATTEMPT(filter_program) { return NONE, outcome(syscall(SYS_bpf, -1, NULL, 0)); }
ATTEMPT(ring) { return NONE, outcome(syscall(425, 0, NULL)); }
ATTEMPT(key) { return NONE, outcome(syscall(SYS_add_key, "user", "a", "b", 1, -3)); }
ATTEMPT(key_control) { return NONE, outcome(syscall(SYS_keyctl, 0, -3, 0)); }
ATTEMPT(shared_memory) { return NONE, outcome(shmget(IPC_PRIVATE, 1, 0600)); }
ATTEMPT(code) {
  void *memory = mmap(NULL, 1, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) return errno;
  return NONE, outcome(mprotect(memory, 1, PROT_READ | PROT_EXEC));
}
ATTEMPT(unknown_call) { return NONE, outcome(syscall(511)); }

#ifdef __x86_64__
// Number 20 asks for the own number in the calls of 32 bits.
ATTEMPT(call_of_32_bits) {
  long result = 20;
  __asm__ volatile("int $0x80" : "+a"(result) : : "r8", "r9", "r10", "r11", "memory");
  return NONE, result < 0 ? (int)-result : 0;
}
ATTEMPT(call_of_x32) { return NONE, outcome(syscall(0x40000000 | SYS_getpid)); }
#endif

const struct attempt kernel_attempts[] = {
    {"socket-inet", network},
    {"socket-inet6", network_6},
    {"socket-netlink", netlink},
    {"socket-unix", local},
    {"serve", serve},
    {"TIOCSTI", type_into_terminal},
    {"TIOCSTI-wide", type_by_wide_number},
    {"TIOCLINUX", linux_console},
    {"TIOCGWINSZ", window_size},
    {"mount", mount_folder},
    {"unshare", own_namespace},
    {"setns", other_namespace},
    {"chroot", other_root},
    {"bpf", filter_program},
    {"io_uring", ring},
    {"add_key", key},
    {"keyctl", key_control},
    {"shmget", shared_memory},
    {"code", code},
    {"call-511", unknown_call},
#ifdef __x86_64__
    {"call-of-32-bits", call_of_32_bits},
    {"call-of-x32", call_of_x32},
#endif
    {0},
};
