// A program on a pseudo-terminal of its own: what Swift's Glibc module does not offer.
#ifndef CPTY_H
#define CPTY_H

/// Starts the program on a new pseudo-terminal of the given size, as leader of its own session.
///
/// Signals are as in a fresh shell. The controlling end goes to `*terminal` (non-blocking, closed
/// on exec). Returns the process id, or the negative errno of the call that failed.
int pty_start(const char *path, char *const arguments[], char *const environment[], int columns,
              int rows, int *terminal);

/// Gives the terminal a new size, which its program is told by SIGWINCH. Returns 0 or -errno.
int pty_resize(int terminal, int columns, int rows);

/// Waits until the descriptor can be read or has hung up: 1 if so, 0 after the time, or -errno.
int pty_wait_readable(int terminal, int milliseconds);

/// Reads without waiting: the count, 0 when nothing is there, or -errno (-EIO once hung up).
long pty_read(int terminal, void *bytes, long count);

/// Kills the program, takes its exit status, and closes its terminal.
void pty_stop(int process, int terminal);

#endif
