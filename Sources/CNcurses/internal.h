// What the files of this target share.
#ifndef NC_INTERNAL_H
#define NC_INTERNAL_H
#define _GNU_SOURCE 1
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

// An anonymous file: it takes a frame of any size, where a full pipe would block or lose bytes.
int nc_scratch(void);

// Collects what undoes a terminal's modes, for the guard and for closing.
void nc_reset_add(const char *bytes);
extern char nc_reset[512];
extern size_t nc_reset_length;

// Arms the guard: a fatal signal gives the terminal back before the process dies of it.
void nc_guard_arm(int tty, const struct termios *modes);
void nc_guard_disarm(void);

// Holds stderr back while the screen is in use, and lets it go.
void nc_stderr_hold(void);
void nc_stderr_release(void);

bool nc_signals_open(void);
// Stops the job, as Ctrl-Z does for any other program.
void nc_signals_stop(void);
void nc_signals_close(void);
int nc_signal_descriptor(void);
#endif
