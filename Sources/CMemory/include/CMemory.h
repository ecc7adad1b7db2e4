// What the C library offers about memory and Swift's own module of it leaves out.
#ifndef CMEMORY_H
#define CMEMORY_H

// Gives free memory of the heap back to the system, where the C library can.
void memory_give_back_heap(void);
#endif
