#include "internal.h"

int utf8_decode(const char *bytes, int length, uint32_t *code_point) {
  if (length < 1) return 0;
  unsigned char first = (unsigned char)bytes[0];
  if (first < 0x80) {
    *code_point = first;
    return 1;
  }
  int count = first >= 0xC2 && first <= 0xDF ? 2 : first >= 0xE0 && first <= 0xEF ? 3
            : first >= 0xF0 && first <= 0xF4 ? 4 : 0;
  if (count == 0) return -1;
  uint32_t value = first & (0xFF >> (count + 1));
  for (int index = 1; index < count; index++) {
    if (index >= length) return 0;
    unsigned char next = (unsigned char)bytes[index];
    if ((next & 0xC0) != 0x80) return -1;
    value = value << 6 | (next & 0x3F);
  }
  bool is_overlong = (count == 3 && value < 0x800) || (count == 4 && value < 0x10000);
  if (is_overlong || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return -1;
  *code_point = value;
  return count;
}

int utf8_encode(uint32_t value, char *bytes) {
  if (value < 0x80) {
    bytes[0] = (char)value;
    return 1;
  }
  int count = value < 0x800 ? 2 : value < 0x10000 ? 3 : 4;
  for (int index = count - 1; index > 0; index--) {
    bytes[index] = (char)(0x80 | (value & 0x3F));
    value >>= 6;
  }
  bytes[0] = (char)((0xF00 >> count & 0xFF) | value);
  return count;
}
