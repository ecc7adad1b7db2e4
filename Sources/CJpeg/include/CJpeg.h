// JPEG by libjpeg-turbo, whose errors are jumps that Swift cannot follow.
#ifndef CJPEG_H
#define CJPEG_H

/// What a call has made: bytes to be given back to cjpeg_free, NULL where it failed.
struct cjpeg_result {
  unsigned char *bytes;
  unsigned long count;
  int width;
  int height;
};

/// Makes a JPEG of width * height pixels of three bytes: red, green, blue.
struct cjpeg_result cjpeg_encode(
    const unsigned char *pixels, int width, int height, int quality);

/// Reads a JPEG into pixels of three bytes. One that is larger than the room comes out as a half, a
/// quarter or an eighth; one that is larger than eight times the room, or needs more than so many
/// passes, is refused.
struct cjpeg_result cjpeg_decode(
    const unsigned char *bytes, unsigned long count, int room_width, int room_height);

/// Gives the bytes of a result back.
void cjpeg_free(struct cjpeg_result result);

#endif
