// How styles look in the colours that the terminal has.
#pragma once

#include "internal.h"

#include <curses.h>

struct look {
  attr_t attributes;
  short pair;
};

void colours_prepare(void);
struct look look_of(int style, int attributes);
