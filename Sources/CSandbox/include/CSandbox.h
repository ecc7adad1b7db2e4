// The kernel's means to give up rights for good: Landlock for files, seccomp for system calls.
#ifndef CSANDBOX_H
#define CSANDBOX_H

/// What stays allowed with one file, or with a folder and all below it. Nothing is ever executed.
enum sandbox_rights {
  /// Files and folders are read, written, made, renamed and removed; no sockets, devices, links.
  SANDBOX_WRITE_TREE,
  /// Files and folders are read.
  SANDBOX_READ_TREE,
  /// Files are read and written, files and sockets made and removed; no folders.
  SANDBOX_RUN_FOLDER,
  /// One file is read.
  SANDBOX_READ_FILE,
  /// Files below a folder are read by whoever knows their names: no folder is listed.
  SANDBOX_READ_BELOW,
};

/// The version of Landlock that the kernel has, from 1 on, or -errno: ENOSYS where it was not built
/// in or a container keeps it away, EOPNOTSUPP where it was switched off at boot.
int sandbox_landlock_version(void);

/// Begins a list of what stays allowed, with the rights that this version of Landlock knows. Returns
/// a descriptor, to be handed to `sandbox_enter` or closed, or -errno.
int sandbox_begin(int version);

/// Adds a file or folder to the list. Returns 0 or -errno: ENOENT, ENOTDIR, EISDIR, EACCES.
///
/// A single file's descriptor stays open: an entry of /proc that the kernel forgets and makes anew
/// would not be the one that was allowed.
int sandbox_allow(int list, const char *path, enum sandbox_rights rights, int version);

/// Gives up all rights to files but those of the list, which is closed (-1: there is none, and files stay as they are), and the system calls by which
/// a process reaches beyond itself. For the calling thread and those that it makes from here on.
/// Returns 0 or -errno; after an error some rights may be gone already.
int sandbox_enter(int list);

/// The second half of `sandbox_enter`: the system calls alone. Needs no_new_privs.
int sandbox_restrict_calls(void);

#endif
