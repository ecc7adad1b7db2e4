// What the console needs of ncurses and of the system, as plain functions.
//
// Macros, variadic functions and mutable globals of <curses.h> do not cross into Swift, so that
// header stays in the .c files.
#ifndef CNCURSES_H
#define CNCURSES_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Attributes of a cell.
enum { NC_BOLD = 1, NC_UNDERLINE = 2, NC_REVERSE = 4, NC_DIM = 8 };

// Why a terminal could not be opened.
enum { NC_OK = 0, NC_NO_TERMINAL = 1, NC_UNKNOWN_TERM = 2, NC_TOO_SIMPLE = 3, NC_SYSTEM = 4 };

// Opens stdin and stdout as a terminal of this name, in raw mode, on the alternate screen.
int nc_open(const char *name, bool wants_mouse);
// Gives the terminal back as it was, and then what was said on stderr meanwhile. A frame that was
// cut short leaves the terminal in a state that nobody knows.
void nc_close(bool is_cut);
// Gives the terminal back and stops, with all of the job, until the shell has it go on. Returns at
// once where no shell waits.
void nc_suspend(bool is_cut);

// Whether the locale's encoding is UTF-8.
bool nc_is_utf8(void);
// 0, 8, 16 or 256.
int nc_colours(void);
// Whether a pair's colours are red-green-blue, 0xRRGGBB, and not numbers of the palette.
bool nc_is_direct(void);
// The rows and columns of the window at the moment.
void nc_size(int *rows, int *columns);
// Tells ncurses of another size; the screen is repainted whole.
void nc_resize(int rows, int columns);
// Repaints the screen whole at the next frame.
void nc_repaint(void);

// Sets the terminal's modes again after a stop, when a shell may have changed them.
void nc_resume(void);

// Writes one cell. The pair is one of nc_pair's.
void nc_put(int row, int column, const uint32_t *scalars, int count, int attributes, int pair);
// The number of a colour pair, -1 for the terminal's own colour; 0 where there are no colours.
int nc_pair(int ink, int paper);
// The look of what is blank; the terminal can then clear whole lines with it.
void nc_background(int pair);
// Puts the cursor where it belongs and prepares the frame's bytes.
void nc_frame(int row, int column, bool is_visible);
// How many columns the system's library gives a character.
int nc_width(uint32_t scalar);

// The frame's bytes: how many, and a copy of them; taking them empties the store.
size_t nc_pending(void);
size_t nc_take(uint8_t *buffer, size_t capacity);
// Writes to the terminal without waiting; how many bytes went, 0 when it is full, -1 when gone.
long nc_write(const uint8_t *bytes, size_t count);

// Reads what was typed without waiting; 0 when nothing is there, -1 when the line is gone.
long nc_read(uint8_t *buffer, size_t capacity);
// The bytes that a key of the terminal's description sends: a name of terminfo, as "kcuu1".
const char *nc_key(const char *name);

// What nc_wait saw.
enum { NC_INPUT = 1, NC_SIGNAL = 2, NC_WOKEN = 4, NC_ROOM = 8, NC_GONE = 16 };
// Waits for any of these; a negative time is for ever. Room is waited for only when asked.
int nc_wait(int waker, bool wants_room, int milliseconds);
// The next signal that came, 0 when there is none: one of these.
enum { NC_RESIZED = 1, NC_TERMINATED = 2, NC_HUNG_UP = 3, NC_CONTINUED = 4, NC_SUSPENDED = 5 };
int nc_take_signal(void);

// A descriptor to wake nc_wait from any thread.
int nc_waker_open(void);
void nc_waker_wake(int waker);
void nc_waker_clear(int waker);
void nc_waker_close(int waker);
#endif
