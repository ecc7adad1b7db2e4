#include "CQrencode.h"

#include <errno.h>
#include <qrencode.h>
#include <stddef.h>

// Null where the text is too long for every size of code.
static QRcode *code(const char *text, QRecLevel level) {
  enum { ANY_SIZE = 0, CASE_MATTERS = 1 };
  return QRcode_encodeString(text, ANY_SIZE, level, QR_MODE_8, CASE_MATTERS);
}

// The least correction decides about the size; the most that this size holds is then for nothing.
static QRcode *best(const char *text) {
  QRcode *found = code(text, QR_ECLEVEL_L);
  for (int level = QR_ECLEVEL_M; found != NULL && level <= QR_ECLEVEL_H; level++) {
    QRcode *better = code(text, (QRecLevel)level);
    if (better == NULL) break;
    if (better->width > found->width) {
      QRcode_free(better);
      break;
    }
    QRcode_free(found);
    found = better;
  }
  return found;
}

int qr_encode(const char *text, uint8_t modules[QR_MOST_MODULES], int *side) {
  errno = 0;
  QRcode *made = best(text);
  if (made == NULL) return errno == ERANGE ? QR_TOO_LONG : QR_FAILED;
  for (int index = 0; index < made->width * made->width; index++) {
    modules[index] = made->data[index] & 1;
  }
  *side = made->width;
  QRcode_free(made);
  return QR_DONE;
}
