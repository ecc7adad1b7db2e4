#include "CMemory.h"

#include <elf.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

void memory_keep_heap_small(void) {
#ifdef __GLIBC__
  // A heap of its own for each thread is for programs that allocate on many at once.
  mallopt(M_ARENA_MAX, 1);
  // What is as large as this is rare here, and goes back to the system at once.
  mallopt(M_MMAP_THRESHOLD, 64 * 1024);
#endif
}

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

#if defined(__linux__) && __SIZEOF_POINTER__ == 8
// Where the constants of the running program lie. The linker has put them beside its variables, as
// a few of them ask for that: so their mapping is one that can be written to.
static bool find_constants(uintptr_t *start, uintptr_t *end) {
  bool found = false;
  Elf64_Shdr *sections = NULL;
  char *names = NULL;
  int file = open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
  if (file < 0) return false;
  Elf64_Ehdr head;
  // Linked to a fixed address, or else the addresses in the file are not those in memory.
  if (pread(file, &head, sizeof head, 0) != sizeof head || head.e_type != ET_EXEC ||
      head.e_shentsize != sizeof *sections || head.e_shstrndx >= head.e_shnum)
    goto done;
  size_t room = (size_t)head.e_shnum * sizeof *sections;
  sections = malloc(room);
  if (sections == NULL || pread(file, sections, room, (off_t)head.e_shoff) != (ssize_t)room)
    goto done;
  const Elf64_Shdr *table = &sections[head.e_shstrndx];
  names = calloc(1, table->sh_size + 1);
  if (names == NULL ||
      pread(file, names, table->sh_size, (off_t)table->sh_offset) != (ssize_t)table->sh_size)
    goto done;
  for (size_t i = 0; i < head.e_shnum && !found; i++) {
    const Elf64_Shdr *section = &sections[i];
    if (section->sh_name >= table->sh_size || strcmp(names + section->sh_name, ".rodata") != 0)
      continue;
    *start = section->sh_addr;
    *end = section->sh_addr + section->sh_size;
    found = true;
  }
done:
  free(names);
  free(sections);
  close(file);
  return found;
}

void memory_give_back_constants(void) {
  static const uint64_t is_present = 1ull << 63, is_swapped = 1ull << 62, is_of_file = 1ull << 61;
  uintptr_t start, end;
  if (!find_constants(&start, &end)) return;
  const uintptr_t size = (uintptr_t)sysconf(_SC_PAGESIZE);
  // Whole pages of it alone: what shares a page with it may be a variable.
  start = (start + size - 1) / size * size;
  end = end / size * size;
  int map = open("/proc/self/pagemap", O_RDONLY | O_CLOEXEC);
  if (map < 0) return;
  uint64_t pages[512];
  uintptr_t run = 0;  // Where pages begin that can be given back; 0: none.
  for (uintptr_t page = start; page < end;) {
    const uintptr_t left = (end - page) / size;
    const size_t wanted = (left < 512 ? left : 512) * sizeof *pages;
    const off_t place = (off_t)(page / size * sizeof *pages);
    if (pread(map, pages, wanted, place) != (ssize_t)wanted) break;
    for (size_t i = 0; i < wanted / sizeof *pages; i++, page += size) {
      // A page that was written to is no copy of the file any more.
      const bool is_copy = (pages[i] & is_present) && (pages[i] & is_of_file);
      if (is_copy && run == 0) run = page;
      if (run != 0 && (!is_copy || page + size == end || (pages[i] & is_swapped))) {
        madvise((void *)run, (is_copy ? page + size : page) - run, MADV_DONTNEED);
        run = 0;
      }
    }
  }
  close(map);
}
#else
void memory_give_back_constants(void) {}
#endif
