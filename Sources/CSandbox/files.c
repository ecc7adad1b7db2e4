#define _GNU_SOURCE
#include "CSandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "landlock.h"

int sandbox_landlock_version(void) {
  const long version = syscall(call_create_ruleset, NULL, 0, ask_version);
  return version < 0 ? -errno : (int)version;
}

static uint64_t known(int version) {
  return all_of_version_1 | (version >= 2 ? refer : 0) | (version >= 3 ? truncate_file : 0) |
         (version >= 5 ? device_ioctl : 0);
}

int sandbox_begin(int version) {
  const struct ruleset rules = {
      .files = known(version),
      .tcp = version >= 4 ? all_tcp : 0,
      .scopes = version >= 6 ? all_scopes : 0,
  };
  const size_t size = version >= 6   ? sizeof rules
                      : version >= 4 ? offsetof(struct ruleset, scopes)
                                     : offsetof(struct ruleset, tcp);
  const long list = syscall(call_create_ruleset, &rules, size, 0);
  return list < 0 ? -errno : (int)list;
}

static uint64_t allowed(enum sandbox_rights rights) {
  switch (rights) {
    case SANDBOX_WRITE_TREE:
      return read_file | read_folder | write_file | truncate_file | make_file | make_folder |
             remove_file | remove_folder | refer;
    case SANDBOX_READ_TREE:
      return read_file | read_folder;
    case SANDBOX_RUN_FOLDER:
      return read_file | read_folder | write_file | truncate_file | make_file | make_socket |
             remove_file;
    case SANDBOX_READ_FILE:
    case SANDBOX_READ_BELOW:
      return read_file;
  }
  return 0;
}

int sandbox_allow(int list, const char *path, enum sandbox_rights rights, int version) {
  const bool is_file = rights == SANDBOX_READ_FILE;
  const int place = open(path, O_PATH | O_CLOEXEC | (is_file ? 0 : O_DIRECTORY));
  if (place < 0) return -errno;
  int problem = 0;
  struct stat about;
  const struct path_beneath rule = {.allowed = allowed(rights) & known(version), .folder = place};
  if (is_file && fstat(place, &about) == 0 && S_ISDIR(about.st_mode)) {
    problem = EISDIR;  // The right would count for everything below it.
  } else if (syscall(call_add_rule, list, rule_path_beneath, &rule, 0) != 0) {
    problem = errno;
  }
  if (!is_file || problem != 0) close(place);
  return -problem;
}

int sandbox_enter(int list) {
  int problem = 0;
  // Without this, programs with more rights could be begun, and the kernel takes no filter.
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
      // Other processes of the same user may not look into this one.
      prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0 || (list >= 0 && syscall(call_restrict_self, list, 0) != 0))
    problem = errno;
  if (list >= 0) close(list);
  return problem != 0 ? -problem : sandbox_restrict_calls();
}
