#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/xattr.h>
#include <unistd.h>
#include <utime.h>

#include "internal.h"

#define ATTEMPT(name) static int name(const char *first, const char *second)
#define ONE (void)second

static int opened(const char *path, int mode, int (*then)(int file)) {
  const int file = open(path, mode | O_CLOEXEC, 0600);
  if (file < 0) return errno;
  const int problem = then(file);
  close(file);
  return problem;
}

static int read_byte(int file) {
  char byte;
  return outcome(read(file, &byte, 1));
}
static int write_byte(int file) { return outcome(write(file, "x", 1)); }
static int cut(int file) { return outcome(ftruncate(file, 0)); }
static int touch(int file) { return outcome(futimens(file, NULL)); }
static int set_mode(int file) { return outcome(fchmod(file, 0600)); }
static int map_code(int file) {
  const void *code = mmap(NULL, 1, PROT_READ | PROT_EXEC, MAP_PRIVATE, file, 0);
  return code == MAP_FAILED ? errno : 0;
}

ATTEMPT(read_file) { return ONE, opened(first, O_RDONLY, read_byte); }
ATTEMPT(write_file) { return ONE, opened(first, O_WRONLY | O_CREAT, write_byte); }
ATTEMPT(overwrite) { return ONE, opened(first, O_WRONLY | O_TRUNC, write_byte); }
ATTEMPT(truncate_opened) { return ONE, opened(first, O_WRONLY, cut); }
ATTEMPT(time_opened) { return ONE, opened(first, O_RDWR, touch); }
ATTEMPT(mode_opened) { return ONE, opened(first, O_RDWR, set_mode); }
ATTEMPT(map_as_code) { return ONE, opened(first, O_RDONLY, map_code); }

ATTEMPT(list) {
  DIR *folder = opendir(first);
  if (folder == NULL) return errno;
  return ONE, outcome(closedir(folder));
}

ATTEMPT(make_folder) { return ONE, outcome(mkdir(first, 0700)); }
ATTEMPT(remove_folder) { return ONE, outcome(rmdir(first)); }
ATTEMPT(remove_file) { return ONE, outcome(unlink(first)); }
ATTEMPT(make_pipe) { return ONE, outcome(mkfifo(first, 0600)); }
ATTEMPT(make_device) { return ONE, outcome(mknod(first, S_IFBLK | 0600, 0x700)); }
ATTEMPT(make_symlink) { return outcome(symlink(first, second)); }
ATTEMPT(make_hard_link) { return outcome(link(first, second)); }
ATTEMPT(move) { return outcome(rename(first, second)); }

ATTEMPT(truncate_path) { return ONE, outcome(truncate(first, 0)); }
ATTEMPT(change_mode) { return ONE, outcome(chmod(first, 0600)); }
ATTEMPT(change_mode_at) { return ONE, outcome(syscall(452, AT_FDCWD, first, 0600, 0)); }
ATTEMPT(change_owner) { return ONE, outcome(chown(first, getuid(), getgid())); }
ATTEMPT(change_link_owner) { return ONE, outcome(lchown(first, getuid(), getgid())); }
ATTEMPT(change_time) { return ONE, outcome(utimensat(AT_FDCWD, first, NULL, 0)); }
ATTEMPT(change_time_old) { return ONE, outcome(utime(first, NULL)); }
ATTEMPT(change_attribute) { return ONE, outcome(setxattr(first, "user.a", "b", 1, 0)); }

// At the end of the largest file that is allowed: one byte fits, the next does not.
ATTEMPT(write_beyond) {
  long place = 0;
  if (sscanf(second, "%ld", &place) != 1) return EINVAL;
  const int file = open(first, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0) return errno;
  int problem = outcome(pwrite(file, "x", 1, place - 1));
  if (problem == 0) problem = outcome(pwrite(file, "x", 1, place));
  close(file);
  return problem;
}

// Opens the file so often, and closes it again.
ATTEMPT(open_often) {
  int wanted = 0, count = 0, problem = 0, files[4096];
  if (sscanf(second, "%d", &wanted) != 1 || wanted > 4096) return EINVAL;
  while (count < wanted && problem == 0) {
    files[count] = open(first, O_RDONLY | O_CLOEXEC);
    problem = outcome(files[count]);
    if (problem == 0) count++;
  }
  while (count > 0) close(files[--count]);
  return problem;
}

ATTEMPT(reserve) {
  long size = 0;
  (void)second;
  if (sscanf(first, "%ld", &size) != 1) return EINVAL;
  void *memory = mmap(NULL, (size_t)size, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) return errno;
  return outcome(munmap(memory, (size_t)size));
}

const struct attempt file_attempts[] = {
    {"read", read_file},
    {"list", list},
    {"write", write_file},
    {"overwrite", overwrite},
    {"make-folder", make_folder},
    {"remove-folder", remove_folder},
    {"remove", remove_file},
    {"rename", move},
    {"make-pipe", make_pipe},
    {"make-device", make_device},
    {"symlink", make_symlink},
    {"hard-link", make_hard_link},
    {"truncate", truncate_path},
    {"truncate-opened", truncate_opened},
    {"chmod", change_mode},
    {"fchmodat2", change_mode_at},
    {"fchmod", mode_opened},
    {"chown", change_owner},
    {"lchown", change_link_owner},
    {"utimensat", change_time},
    {"utime", change_time_old},
    {"futimens", time_opened},
    {"setxattr", change_attribute},
    {"map-as-code", map_as_code},
    {"write-beyond", write_beyond},
    {"open-often", open_often},
    {"reserve", reserve},
    {0},
};
