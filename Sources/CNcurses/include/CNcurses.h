#ifndef CNCURSES_H
#define CNCURSES_H
int nc_placeholder(void);
#endif
