// Processes that are nobody's children, as the kernel tells of them.
#ifndef CPROCESSES_H
#define CPROCESSES_H

#include <sys/types.h>

/// A descriptor that can be read from once the process has ended, or -errno: ESRCH, there is none.
int process_watch(pid_t process);

/// Sends a signal to the process of such a descriptor, and to no other that has its number since. 0 or -errno.
int process_signal(int watch, int number);

#endif
