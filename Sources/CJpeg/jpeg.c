#include "CJpeg.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>

/* A file of many empty passes would take hours. */
#define MOST_SCANS 64

/* A progressive file is held whole until its last pass: six bytes a dot, and a few bytes of a file may
   ask for gigabytes. */
#define MOST_MEMORY (256L * 1024 * 1024)

struct trap {
  struct jpeg_error_mgr manager;
  jmp_buf back;
};

static void jump_back(j_common_ptr info) {
  longjmp(((struct trap *)info->err)->back, 1);
}

static void say_nothing(j_common_ptr info) { (void)info; }

static void say_nothing_of(j_common_ptr info, int level) {
  (void)info;
  (void)level;
}

static void set_trap(struct trap *trap) {
  jpeg_std_error(&trap->manager);
  trap->manager.error_exit = jump_back;
  trap->manager.output_message = say_nothing;
  trap->manager.emit_message = say_nothing_of;
}

struct cjpeg_result cjpeg_encode(
    const unsigned char *pixels, int width, int height, int quality) {
  struct cjpeg_result result = {NULL, 0, width, height};
  struct jpeg_compress_struct info;
  struct trap trap;
  unsigned char *made = NULL;
  unsigned long count = 0;
  memset(&info, 0, sizeof info);
  set_trap(&trap);
  info.err = &trap.manager;
  if (setjmp(trap.back)) {
    /* Memory has run out: what was made so far is lost with it. */
    jpeg_destroy_compress(&info);
    return result;
  }
  jpeg_create_compress(&info);
  jpeg_mem_dest(&info, &made, &count);
  info.image_width = (JDIMENSION)width;
  info.image_height = (JDIMENSION)height;
  info.input_components = 3;
  info.in_color_space = JCS_RGB;
  jpeg_set_defaults(&info);
  jpeg_set_quality(&info, quality, TRUE);
  jpeg_start_compress(&info, TRUE);
  while (info.next_scanline < info.image_height) {
    JSAMPROW row = (JSAMPROW)(pixels + (size_t)info.next_scanline * (size_t)width * 3);
    jpeg_write_scanlines(&info, &row, 1);
  }
  jpeg_finish_compress(&info);
  jpeg_destroy_compress(&info);
  result.bytes = made;
  result.count = count;
  return result;
}

static void count_scans(j_common_ptr info) {
  if (info->is_decompressor && ((j_decompress_ptr)info)->input_scan_number > MOST_SCANS)
    jump_back(info);
}

struct cjpeg_result cjpeg_decode(
    const unsigned char *bytes, unsigned long count, int room_width, int room_height) {
  struct cjpeg_result result = {NULL, 0, 0, 0};
  struct jpeg_decompress_struct info;
  struct jpeg_progress_mgr progress;
  struct trap trap;
  unsigned char *volatile pixels = NULL;
  memset(&info, 0, sizeof info);
  memset(&progress, 0, sizeof progress);
  set_trap(&trap);
  info.err = &trap.manager;
  if (setjmp(trap.back)) {
    jpeg_destroy_decompress(&info);
    free(pixels);
    return result;
  }
  jpeg_create_decompress(&info);
  info.mem->max_memory_to_use = MOST_MEMORY;
  progress.progress_monitor = count_scans;
  info.progress = &progress;
  jpeg_mem_src(&info, bytes, count);
  jpeg_read_header(&info, TRUE);
  info.out_color_space = JCS_RGB;
  info.scale_num = 1;
  for (info.scale_denom = 1; info.scale_denom <= 8; info.scale_denom *= 2) {
    jpeg_calc_output_dimensions(&info);
    if (info.output_width <= (JDIMENSION)room_width
        && info.output_height <= (JDIMENSION)room_height)
      break;
  }
  if (info.scale_denom > 8 || info.output_components != 3) jump_back((j_common_ptr)&info);
  jpeg_start_decompress(&info);
  size_t stride = (size_t)info.output_width * 3;
  pixels = malloc(stride * info.output_height);
  if (!pixels) jump_back((j_common_ptr)&info);
  while (info.output_scanline < info.output_height) {
    JSAMPROW row = pixels + stride * info.output_scanline;
    jpeg_read_scanlines(&info, &row, 1);
  }
  result.bytes = pixels;
  result.count = stride * info.output_height;
  result.width = (int)info.output_width;
  result.height = (int)info.output_height;
  jpeg_abort_decompress(&info);
  jpeg_destroy_decompress(&info);
  return result;
}

void cjpeg_free(struct cjpeg_result result) { free(result.bytes); }
