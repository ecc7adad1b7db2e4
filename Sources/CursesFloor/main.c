// The least an ncurses program can do: a box, twelve lines, and a wait for a key.
// The benchmark's floor: no program on ncurses starts faster on this machine.
#include <curses.h>
#include <locale.h>
#include <stdio.h>

int main(void) {
  setlocale(LC_ALL, "");
  SCREEN *screen = newterm(NULL, stdout, stdin);
  if (screen == NULL) return 1;
  raw();
  noecho();
  keypad(stdscr, TRUE);
  box(stdscr, 0, 0);
  for (int row = 0; row < 12; row++) mvprintw(row + 2, 4, "Line %d of the floor", row + 1);
  refresh();
  getch();
  endwin();
  delscreen(screen);
  return 0;
}
