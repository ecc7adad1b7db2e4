// Processes that are nobody's children, as the kernel tells of them.
#ifndef CPROCESSES_H
#define CPROCESSES_H

#include <sys/types.h>

/// A descriptor that can be read from once the process has ended, or -errno: ESRCH, there is none.
int process_watch(pid_t process);

#endif
