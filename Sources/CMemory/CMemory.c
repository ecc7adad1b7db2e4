#include "CMemory.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

void memory_give_back_heap(void) {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

// The head of a mapping such as `00400000-00452000 r-xp 00000000 08:02 173521 /usr/bin/tool`, and
// whether it is a file's that nobody can write to.
static bool is_program_file(const char *line, unsigned long *start, unsigned long *end) {
  char rights[5], path[2];
  int fields = sscanf(line, "%lx-%lx %4s %*s %*s %*s %1s", start, end, rights, path);
  return fields == 4 && path[0] == '/' && *start < *end &&
         (strcmp(rights, "r-xp") == 0 || strcmp(rights, "r--p") == 0);
}

void memory_give_back_files(void) {
  FILE *maps = fopen("/proc/self/smaps", "r");
  if (maps == NULL) return;
  char *line = NULL;
  size_t room = 0;
  unsigned long start = 0, end = 0;
  bool is_file = false;
  while (getline(&line, &room, maps) > 0) {
    unsigned long written;
    if (sscanf(line, "Anonymous: %lu", &written) == 1) {
      // What was written to, such as addresses that were put in at the start, is in no file.
      if (is_file && written == 0) madvise((void *)start, end - start, MADV_DONTNEED);
      is_file = false;
    } else if (line[0] < 'A' || line[0] > 'Z') {
      is_file = is_program_file(line, &start, &end);
    }
  }
  free(line);
  fclose(maps);
}
