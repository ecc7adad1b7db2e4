// What the C library and the system offer about memory and Swift's own modules leave out.
#ifndef CMEMORY_H
#define CMEMORY_H

// Keeps one heap for all threads, and large pieces outside it; before the first thread begins.
void memory_keep_heap_small(void);

// Gives free memory of the heap back to the system, where the C library can.
void memory_give_back_heap(void);

// Gives pages of program files back that are unchanged copies of the files: what is needed later
// comes back from the file cache by itself. Does nothing where there is no /proc.
void memory_give_back_files(void);

// Gives pages of the program's constants back that are unchanged copies of its file. Does nothing
// where there is no /proc, or where the program can lie at any address.
void memory_give_back_constants(void);
#endif
