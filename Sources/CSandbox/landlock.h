// Landlock as the kernel has it, up to version 7: the headers of older systems know less of it.
#ifndef CSANDBOX_LANDLOCK_H
#define CSANDBOX_LANDLOCK_H

#include <stdint.h>

// The numbers are the same on all architectures.
enum { call_create_ruleset = 444, call_add_rule = 445, call_restrict_self = 446 };

enum { ask_version = 1 << 0, rule_path_beneath = 1 };

// Rights to files; the first thirteen are those of version 1.
static const uint64_t
    execute = 1 << 0, write_file = 1 << 1, read_file = 1 << 2, read_folder = 1 << 3,
    remove_folder = 1 << 4, remove_file = 1 << 5, make_folder = 1 << 7, make_file = 1 << 8,
    make_socket = 1 << 9, all_of_version_1 = (1 << 13) - 1,
    refer = 1 << 13,             // Version 2: renaming and linking from one folder to another.
    truncate_file = 1 << 14,     // Version 3.
    device_ioctl = 1 << 15;      // Version 5.

// Rights to TCP, of version 4: binding and connecting.
static const uint64_t all_tcp = 3;

// What does not leave the sandbox, of version 6: connections to abstract sockets, and signals.
static const uint64_t all_scopes = 3;

// How much of it a kernel takes depends on its version.
struct ruleset {
  uint64_t files, tcp, scopes;
};

struct path_beneath {
  uint64_t allowed;
  int32_t folder;
} __attribute__((packed));

#endif
