#include "CNcurses.h"
int nc_placeholder(void) { return 0; }
