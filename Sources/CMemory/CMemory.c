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
// Gives back the pages of a part of the program that are as its file has them: whole pages alone, for
// what shares a page with it may be a variable.
static void give_back_copies(int map, uintptr_t start, uintptr_t end) {
  static const uint64_t is_present = 1ull << 63, is_swapped = 1ull << 62, is_of_file = 1ull << 61;
  const uintptr_t size = (uintptr_t)sysconf(_SC_PAGESIZE);
  start = (start + size - 1) / size * size;
  end = end / size * size;
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
}

// The constants of the running program lie in mappings that can be written to, or could once: the
// linker has put them beside variables, or an address was put into one of them at the start.
static bool holds_constants(const char *section) {
  return strcmp(section, ".rodata") == 0 || strcmp(section, ".data.rel.ro") == 0;
}

void memory_give_back_constants(void) {
  Elf64_Shdr *sections = NULL;
  char *names = NULL;
  const int map = open("/proc/self/pagemap", O_RDONLY | O_CLOEXEC);
  const int file = open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
  Elf64_Ehdr head;
  // Linked to a fixed address, or else the addresses in the file are not those in memory.
  if (map < 0 || file < 0 || pread(file, &head, sizeof head, 0) != sizeof head ||
      head.e_type != ET_EXEC || head.e_shentsize != sizeof *sections ||
      head.e_shstrndx >= head.e_shnum)
    goto done;
  const size_t room = (size_t)head.e_shnum * sizeof *sections;
  sections = malloc(room);
  if (sections == NULL || pread(file, sections, room, (off_t)head.e_shoff) != (ssize_t)room)
    goto done;
  const Elf64_Shdr *table = &sections[head.e_shstrndx];
  names = calloc(1, table->sh_size + 1);
  if (names == NULL ||
      pread(file, names, table->sh_size, (off_t)table->sh_offset) != (ssize_t)table->sh_size)
    goto done;
  for (size_t i = 0; i < head.e_shnum; i++) {
    const Elf64_Shdr *section = &sections[i];
    if (section->sh_name < table->sh_size && holds_constants(names + section->sh_name))
      give_back_copies(map, section->sh_addr, section->sh_addr + section->sh_size);
  }
done:
  free(names);
  free(sections);
  if (file >= 0) close(file);
  if (map >= 0) close(map);
}
#else
void memory_give_back_constants(void) {}
#endif
