// The terminal itself: opened, asked, written to, given back.
#include "internal.h"
#include "CNcurses.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

// <term.h> takes these everyday words for itself.
#undef columns
#undef lines

extern int wcwidth(wchar_t character);

static SCREEN *screen;
static FILE *output, *input;
static struct termios modes_before;
static bool locale_is_utf8, uses_mouse;
// Whether the cursor is shown; -1 where that is not known.
static int cursor_shown = -1;
// ncurses writes after every cursor move. Its descriptor, `slot`, is an anonymous file while a
// frame is made; the frame then goes to the terminal, `tty`, in one write.
static int slot = -1, tty = -1, frame = -1;

// Left on by a program before, these reports of the focus would be keys of a SCO console.
static const char focus_off[] = "\033[?1004l";
static const char paste_on[] = "\033[?2004h", paste_off[] = "\033[?2004l";
static const char mouse_on[] = "\033[?1000h\033[?1006h", mouse_off[] = "\033[?1006l\033[?1000l";

static const char *capability(const char *name) {
  char *value = tigetstr((char *)name);
  return value == (char *)-1 ? NULL : value;
}

// Whether the locale that the environment names is one of UTF-8.
static bool names_utf8(void) {
  static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    const char *value = getenv(names[i]);
    if (value && *value) return strcasestr(value, "utf-8") || strcasestr(value, "utf8");
  }
  return false;
}

const char *nc_key(const char *name) { return capability(name); }

static void set_locale(void) {
  // A locale that is named and not installed leaves "C"; its name still says what the terminal
  // speaks.
  // Of the locale only what characters are is asked: the other five files would be read for nothing.
  bool is_installed = setlocale(LC_CTYPE, "") != NULL;
  bool writes_utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
  locale_is_utf8 = writes_utf8 || (!is_installed && names_utf8());
  // Typed text is UTF-8 nearly everywhere, whatever the locale says.
  if (!writes_utf8 && !setlocale(LC_CTYPE, "C.UTF-8")) setlocale(LC_CTYPE, "en_US.UTF-8");
}

bool nc_is_utf8(void) { return locale_is_utf8; }

// A description of its own, so that not waiting on it changes nothing for the shell's.
static int open_tty(void) {
  const char *name = ttyname(STDOUT_FILENO);
  int own = name ? open(name, O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC) : -1;
  return own >= 0 ? own : fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
}

// Straight to ncurses' descriptor: putp would go through stdout's own buffer. Terminfo's padding,
// "$<5>", is for lines slower than any today.
static void say(const char *bytes) {
  while (bytes && *bytes) {
    size_t plain = strcspn(bytes, "$");
    ssize_t ignored = write(slot, bytes, plain);
    (void)ignored;
    bytes += plain;
    if (*bytes) bytes += strcspn(bytes, ">");
    if (*bytes) bytes++;
  }
}

// What gives the terminal back whatever state it is in.
static void note_reset(void) {
  nc_reset_length = 0;
  if (uses_mouse) nc_reset_add(mouse_off);
  if (capability("smcup")) nc_reset_add(paste_off);
  nc_reset_add(capability("sgr0"));
  nc_reset_add(capability("op"));
  nc_reset_add(capability("cnorm"));
  nc_reset_add(capability("rmkx"));
  nc_reset_add(capability("rmcup"));
  // Without a screen of its own the last frame stays: the shell goes on below it.
  if (!capability("smcup")) nc_reset_add(tparm((char *)capability("cup"), LINES - 1, 0));
  nc_reset_add("\r\n");
}

static int fail(int reason) {
  if (screen) {
    endwin();
    delscreen(screen);
    screen = NULL;
  }
  if (input) fclose(input);
  if (output) fclose(output);
  if (tty >= 0) close(tty);
  if (frame >= 0) close(frame);
  input = output = NULL;
  slot = tty = frame = -1;
  return reason;
}

// The keypad's dialect, pastes in brackets, the mouse.
static void switch_on(void) {
  say(capability("smkx"));
  if (capability("smcup")) {
    say(focus_off);
    say(paste_on);
  }
  if (uses_mouse) say(mouse_on);
}

static void switch_off(void) {
  // A frame may end in colours where ncurses believes the plain look: what it sends is thinned out.
  say(capability("sgr0"));
  say(capability("op"));
  if (uses_mouse) say(mouse_off);
  if (capability("smcup")) say(paste_off);
  say(capability("rmkx"));
  curs_set(1);
  cursor_shown = -1;
  endwin();
  // Without a screen of its own the last frame stays: the shell goes on below it.
  if (!capability("smcup")) say("\r\n");
}

static void set_modes(bool wants_mouse) {
  raw();
  noecho();
  nonl();
  if (has_colors()) {
    start_color();
    use_default_colors();
  }
  leaveok(stdscr, FALSE);
  scrollok(stdscr, FALSE);
  fflush(output);
  dup2(frame, slot);
  uses_mouse = wants_mouse && capability("kmous") != NULL;
  cursor_shown = -1;
  switch_on();
  note_reset();
}

int nc_open(const char *name, bool wants_mouse) {
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return NC_NO_TERMINAL;
  if (tcgetattr(STDIN_FILENO, &modes_before) != 0) return NC_NO_TERMINAL;
  int error = 0;
  if (setupterm((char *)name, STDOUT_FILENO, &error) != OK) {
    // ncurses calls "dumb" and its kin generic, which is a description all the same.
    return error == 1 ? NC_TOO_SIMPLE : NC_UNKNOWN_TERM;
  }
  if (!capability("cup")) return NC_TOO_SIMPLE;
  set_locale();
  frame = nc_scratch();
  tty = open_tty();
  slot = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  if (frame < 0 || tty < 0 || slot < 0) return fail(NC_SYSTEM);
  output = fdopen(slot, "w");
  input = fdopen(fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3), "r");
  if (!output || !input) return fail(NC_SYSTEM);
  screen = newterm((char *)name, output, input);
  if (!screen) return fail(NC_UNKNOWN_TERM);
  if (!nc_signals_open()) return fail(NC_SYSTEM);
  set_modes(wants_mouse);
  nc_guard_arm(STDIN_FILENO, &modes_before);
  nc_stderr_hold();
  return NC_OK;
}

static void send(const uint8_t *bytes, size_t count) {
  struct pollfd room = { .fd = tty, .events = POLLOUT };
  size_t sent = 0;
  while (sent < count && poll(&room, 1, 200) > 0) {
    long written = nc_write(bytes + sent, count - sent);
    if (written < 0) break;
    sent += (size_t)written;
  }
}

// Sends what the frame file holds, and waits a moment only: nobody may be reading.
static void send_last(bool is_cut) {
  uint8_t bytes[4096];
  size_t count = nc_take(bytes, sizeof bytes);
  struct pollfd room = { .fd = tty, .events = POLLOUT };
  // A queue that does not move is given up, so that the reset at least gets into it.
  if (poll(&room, 1, 200) == 0) {
    tcflush(tty, TCOFLUSH);
    is_cut = true;
  }
  // What ncurses believes of the colours and the cursor is wrong where bytes were lost.
  if (is_cut) send((const uint8_t *)nc_reset, nc_reset_length);
  else send(bytes, count);
}

void nc_close(bool is_cut) {
  if (!screen) return;
  // Into the file as well: ncurses itself would try for ever where nobody reads.
  switch_off();
  send_last(is_cut);
  tcsetattr(STDIN_FILENO, TCSANOW, &modes_before);
  nc_guard_disarm();
  nc_signals_close();
  nc_stderr_release();
  delscreen(screen);
  screen = NULL;
  fclose(output);
  fclose(input);
  close(tty);
  close(frame);
  output = input = NULL;
  slot = tty = frame = -1;
}

void nc_suspend(bool is_cut) {
  switch_off();
  send_last(is_cut);
  tcsetattr(STDIN_FILENO, TCSANOW, &modes_before);
  nc_signals_stop();
  nc_resume();
}

int nc_colours(void) {
  if (!has_colors()) return 0;
  return COLORS >= 256 ? 256 : COLORS >= 16 ? 16 : COLORS >= 8 ? 8 : 0;
}

// A description with direct colour has red-green-blue where others have numbers of a palette.
bool nc_is_direct(void) {
  if (!has_colors() || COLORS != 1 << 24) return false;
  return tigetflag("RGB") > 0 || tigetnum("RGB") > 0 || capability("RGB") != NULL;
}

void nc_size(int *rows, int *columns) {
  struct winsize size;
  bool is_known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row && size.ws_col;
  *rows = is_known ? size.ws_row : LINES;
  *columns = is_known ? size.ws_col : COLS;
}

void nc_resize(int rows, int columns) {
  resize_term(rows, columns);
  note_reset();
  nc_repaint();
}

// The terminal's idea of the screen is unknown after a resize or a stop.
void nc_repaint(void) { clearok(curscr, TRUE); }

void nc_resume(void) {
  struct termios modes;
  if (tcgetattr(STDIN_FILENO, &modes) != 0) return;
  cfmakeraw(&modes);
  tcsetattr(STDIN_FILENO, TCSANOW, &modes);
  // A shell has its own idea of all this.
  if (!isendwin()) say(capability("smcup"));
  switch_on();
  cursor_shown = -1;
}

void nc_put(int row, int column, const uint32_t *scalars, int count, int attributes, int pair) {
  wchar_t text[6] = { 0 };
  for (int i = 0; i < count && i < 5; i++) text[i] = (wchar_t)scalars[i];
  attr_t attribute = A_NORMAL;
  if (attributes & NC_BOLD) attribute |= A_BOLD;
  if (attributes & NC_UNDERLINE) attribute |= A_UNDERLINE;
  if (attributes & NC_REVERSE) attribute |= A_REVERSE;
  if (attributes & NC_DIM) attribute |= A_DIM;
  cchar_t cell;
  // Pairs above 255 do not fit the attribute; ncurses takes them as an int instead.
  if (setcchar(&cell, text, attribute, 0, &pair) == ERR) return;
  mvwadd_wchnstr(stdscr, row, column, &cell, 1);
}

int nc_pair(int ink, int paper) {
  static int next = 1;
  static SCREEN *owner;
  if (owner != screen) {
    owner = screen;
    next = 1;
  }
  // alloc_pair would keep the list itself, but crashes where there are no colours.
  if (!has_colors() || next >= COLOR_PAIRS || next > 32000) return 0;
  return init_extended_pair(next, ink, paper) == OK ? next++ : 0;
}

void nc_background(int pair) {
  cchar_t blank;
  wchar_t text[] = { L' ', 0 };
  if (setcchar(&blank, text, A_NORMAL, 0, &pair) == OK) wbkgrndset(stdscr, &blank);
}

void nc_frame(int row, int column, bool is_visible) {
  if (cursor_shown != is_visible) {
    cursor_shown = is_visible;
    curs_set(is_visible ? 1 : 0);
  }
  wmove(stdscr, row, column);
  wnoutrefresh(stdscr);
  doupdate();
  fflush(output);
}

int nc_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

size_t nc_pending(void) {
  off_t end = lseek(frame, 0, SEEK_CUR);
  return end > 0 ? (size_t)end : 0;
}

size_t nc_take(uint8_t *buffer, size_t capacity) {
  size_t held = nc_pending();
  ssize_t count = pread(frame, buffer, held < capacity ? held : capacity, 0);
  lseek(frame, 0, SEEK_SET);
  // One huge frame should not cost its memory for the rest of the session.
  if (capacity > 1 << 18 && ftruncate(frame, 0) != 0) return 0;
  return count > 0 ? (size_t)count : 0;
}

long nc_write(const uint8_t *bytes, size_t count) {
  ssize_t written = write(tty, bytes, count);
  if (written >= 0) return written;
  return errno == EAGAIN || errno == EINTR ? 0 : -1;
}

// poll has said that it will not wait. Nothing to read all the same means that the line is gone.
long nc_read(uint8_t *buffer, size_t capacity) {
  ssize_t count = read(STDIN_FILENO, buffer, capacity);
  if (count > 0) return count;
  return count < 0 && (errno == EAGAIN || errno == EINTR) ? 0 : -1;
}

int nc_wait(int waker, bool wants_room, int milliseconds) {
  struct pollfd polled[] = {
    { .fd = STDIN_FILENO, .events = POLLIN },
    { .fd = nc_signal_descriptor(), .events = POLLIN },
    { .fd = waker, .events = POLLIN },
    { .fd = wants_room ? tty : -1, .events = POLLOUT },
  };
  if (poll(polled, 4, milliseconds) <= 0) return 0;
  int seen = 0;
  if (polled[0].revents & POLLIN) seen |= NC_INPUT;
  if (polled[0].revents & (POLLHUP | POLLERR | POLLNVAL)) seen |= NC_GONE;
  if (polled[1].revents) seen |= NC_SIGNAL;
  if (polled[2].revents) seen |= NC_WOKEN;
  if (polled[3].revents) seen |= NC_ROOM;
  return seen;
}
