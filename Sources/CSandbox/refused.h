// The system calls by which a process reaches beyond itself, or changes what Landlock does not
// guard. The numbers from 424 on are the same on all architectures, and older headers lack some.
#ifndef CSANDBOX_REFUSED_H
#define CSANDBOX_REFUSED_H

#include <sys/syscall.h>

// The newest call that was judged for this list; newer ones are answered as by an older kernel.
enum { newest_judged = 469 };

static const unsigned refused[] = {
    // Other programs and processes.
    __NR_execve, __NR_execveat,
#ifdef __NR_fork
    __NR_fork, __NR_vfork,
#endif
    __NR_ptrace, __NR_process_vm_readv, __NR_process_vm_writev, __NR_kcmp, __NR_move_pages,
    __NR_migrate_pages, 424 /* pidfd_send_signal */, 438 /* pidfd_getfd */,
    440 /* process_madvise */, 448 /* process_mrelease */, __NR_setpriority, __NR_ioprio_set,
    // Memory and messages that all processes of a user share.
    __NR_shmget, __NR_shmat, __NR_shmctl, __NR_msgget, __NR_msgsnd, __NR_msgrcv, __NR_msgctl,
    __NR_semget, __NR_semop, __NR_semtimedop, __NR_semctl, __NR_mq_open, __NR_mq_unlink,
    // Wide doors into the kernel, which nothing here needs.
    __NR_bpf, 425 /* io_uring_setup */, 426 /* io_uring_enter */, 427 /* io_uring_register */,
    __NR_perf_event_open, __NR_userfaultfd, __NR_personality, __NR_fanotify_init,
#ifdef __NR_modify_ldt
    __NR_modify_ldt,
#endif
    // Another view of the files, or of the system.
    __NR_mount, __NR_umount2, __NR_pivot_root, __NR_chroot, __NR_unshare, __NR_setns,
    __NR_open_by_handle_at, 428 /* open_tree */, 429 /* move_mount */, 430 /* fsopen */,
    431 /* fsconfig */, 432 /* fsmount */, 433 /* fspick */, 442 /* mount_setattr */,
    467 /* open_tree_attr */,
    // Keys that all sessions of a user share.
    __NR_add_key, __NR_request_key, __NR_keyctl,
    // What is known about a file, by its path: anywhere, whatever Landlock allows.
#ifdef __NR_chmod
    __NR_chmod, __NR_chown, __NR_lchown, __NR_utime, __NR_utimes, __NR_futimesat,
#endif
    __NR_fchmodat, 452 /* fchmodat2 */, __NR_fchownat, __NR_truncate, __NR_setxattr,
    __NR_lsetxattr, __NR_removexattr, __NR_lremovexattr, 463 /* setxattrat */,
    466 /* removexattrat */, 469 /* file_setattr */,
};

// Calls whose first argument says for whom; 0 is the calling process with the second list only.
static const unsigned for_own_process[] = {
    __NR_kill, __NR_tgkill, __NR_tkill, __NR_rt_sigqueueinfo, __NR_rt_tgsigqueueinfo,
};
static const unsigned for_own_process_or_0[] = {
    __NR_prlimit64, __NR_sched_setaffinity, __NR_sched_setscheduler, __NR_sched_setparam,
    __NR_sched_setattr,
};

#endif
