#include "internal.h"

// U+00C0 to U+017F without their accents.
static const char letters[] =
    "AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty"
    "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLl"
    "NnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

char ascii_for(uint32_t value) {
  if (value < 0x80) return (char)value;
  if (value >= 0xC0 && value <= 0x17F) return letters[value - 0xC0];
  if (value >= 0x2500 && value <= 0x257F) {
    return value == 0x2500 || value == 0x2501 ? '-' : value == 0x2502 || value == 0x2503 ? '|' : '+';
  }
  if (value >= 0x2580 && value <= 0x259F) return '#';
  switch (value) {
    case 0xA0: case 0x2002: case 0x2003: case 0x2009: case 0x202F: return ' ';
    case 0x2018: case 0x2019: case 0x201A: case 0x2032: return '\'';
    case 0xAB: case 0xBB: case 0x201C: case 0x201D: case 0x201E: case 0x2033: return '"';
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2212: return '-';
    case 0x2026: return '~';
    case 0xB7: case 0x2022: case 0x2023: case 0x25A0: case 0x25AA: case 0x25CF: case 0x2605: return '*';
    case 0xD7: case 0x2717: case 0x2718: return 'x';
    case 0x2713: case 0x2714: return '+';
    case 0x203A: case 0x2192: case 0x21D2: case 0x2265: case 0x25B8: case 0x25B6: return '>';
    case 0x2039: case 0x2190: case 0x21D0: case 0x2264: case 0x25C2: case 0x25C0: return '<';
    case 0x2191: return '^';
    case 0x2193: return 'v';
    case 0x2248: case 0x223C: return '~';
    case 0xF7: case 0x2044: return '/';
    default: return '?';
  }
}
