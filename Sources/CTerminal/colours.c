#include "colours.h"

#include <string.h>

static struct look looks[terminal_style_count];
static bool has_own_colours;

void colours_prepare(void) {
  memset(looks, 0, sizeof looks);
  terminal.colours = 0;
  if (!has_colors()) return;
  start_color();
  has_own_colours = use_default_colors() == OK;
  terminal.colours = COLORS;
}

struct rgb { int red, green, blue; };

static struct rgb palette_colour(int index) {
  // The first 16 are the user's to choose; these are what most terminals begin with.
  static const struct rgb first[16] = {
      {0, 0, 0}, {205, 0, 0}, {0, 205, 0}, {205, 205, 0}, {0, 0, 238}, {205, 0, 205},
      {0, 205, 205}, {229, 229, 229}, {127, 127, 127}, {255, 0, 0}, {0, 255, 0}, {255, 255, 0},
      {92, 92, 255}, {255, 0, 255}, {0, 255, 255}, {255, 255, 255}};
  static const int levels[6] = {0, 95, 135, 175, 215, 255};
  if (index < 16) return first[index];
  if (index < 232) {
    index -= 16;
    return (struct rgb){levels[index / 36], levels[index / 6 % 6], levels[index % 6]};
  }
  int grey = 8 + 10 * (index - 232);
  return (struct rgb){grey, grey, grey};
}

// The nearest of the palette's entries, by distance weighted as the eye sees it ("redmean").
static int nearest(struct rgb wanted, int from, int end) {
  long best = -1;
  int result = from;
  for (int index = from; index < end; index++) {
    struct rgb entry = palette_colour(index);
    long mean = (wanted.red + entry.red) / 2;
    long red = wanted.red - entry.red, green = wanted.green - entry.green, blue = wanted.blue - entry.blue;
    long distance = ((512 + mean) * red * red >> 8) + 4 * green * green + ((767 - mean) * blue * blue >> 8);
    if (best < 0 || distance < best) {
      best = distance;
      result = index;
    }
  }
  return result;
}

static int shown_colour(int32_t colour) {
  if (colour < 0) return -1;
  struct rgb wanted;
  if (colour & TERMINAL_RGB) {
    wanted = (struct rgb){colour >> 16 & 0xFF, colour >> 8 & 0xFF, colour & 0xFF};
    if (terminal.colours > 256) return colour & 0xFFFFFF;
    // Not the first 16 where there are more: nobody knows what they look like.
    if (terminal.colours == 256) return nearest(wanted, 16, 256);
  } else {
    if (colour < 16 || terminal.colours >= 256) return colour & 0xFF;
    wanted = palette_colour(colour & 0xFF);
  }
  return nearest(wanted, 0, terminal.colours >= 16 ? 16 : 8);
}

static attr_t curses_attributes(int attributes) {
  attr_t result = A_NORMAL;
  if (attributes & terminal_bold) result |= A_BOLD;
  if (attributes & terminal_dim) result |= A_DIM;
#ifdef A_ITALIC
  if (attributes & terminal_italic) result |= A_ITALIC;
#endif
  if (attributes & terminal_underline) result |= A_UNDERLINE;
  if (attributes & terminal_reverse) result |= A_REVERSE;
  return result;
}

void terminal_define_style(int index, int32_t foreground, int32_t background, int attributes) {
  if (!terminal.is_open || index < 0 || index >= terminal_style_count) return;
  int front = shown_colour(foreground), back = shown_colour(background);
  if (front == back && front >= 0 && foreground != background) front = front == 0 ? 7 : 0;
  if (terminal.colours < 16) {
    // Bright colours of the text: by bold, but bold black is often no colour at all.
    if (front == 8) {
      front = 7;
      attributes |= terminal_dim;
    } else if (front > 8) {
      front -= 8;
      attributes |= terminal_bold;
    }
    if (back >= 8) back -= 8;
  }
  if (!has_own_colours) {
    if (front < 0) front = 7;
    if (back < 0) back = 0;
  }
  looks[index] = (struct look){curses_attributes(attributes), 0};
  if (terminal.colours < 8 || index + 1 >= COLOR_PAIRS) return;
#if NCURSES_VERSION_MAJOR > 6 || (NCURSES_VERSION_MAJOR == 6 && NCURSES_VERSION_MINOR >= 1)
  int defined = init_extended_pair(index + 1, front, back);
#else
  int defined = init_pair((short)(index + 1), (short)front, (short)back);
#endif
  if (defined == OK) looks[index].pair = (short)(index + 1);
}

struct look look_of(int style, int attributes) {
  if (style < 0 || style >= terminal_style_count) style = 0;
  struct look look = looks[style];
  look.attributes |= curses_attributes(attributes);
  return look;
}
