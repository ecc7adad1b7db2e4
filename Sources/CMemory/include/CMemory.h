// What the C library and the system offer about memory and Swift's own modules leave out.
#ifndef CMEMORY_H
#define CMEMORY_H

// Gives free memory of the heap back to the system, where the C library can.
void memory_give_back_heap(void);

// Gives pages of program files back that are unchanged copies of the files: what is needed later
// comes back from the file cache by itself. Does nothing where there is no /proc.
void memory_give_back_files(void);
#endif
