// QR codes by libqrencode.
#ifndef CQRENCODE_H
#define CQRENCODE_H
#include <stdint.h>

// The modules of the largest code, 177 in each direction.
enum { QR_MOST_MODULES = 177 * 177 };

// What came of it.
enum { QR_DONE = 0, QR_TOO_LONG = 1, QR_FAILED = 2 };

// Writes the modules of the text's code row by row, 1 for dark, and the length of a side. Takes the
// smallest code that holds the text, with as much error correction as that one has room for.
int qr_encode(const char *text, uint8_t modules[QR_MOST_MODULES], int *side);
#endif
