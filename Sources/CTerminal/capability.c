#include "internal.h"

#include <curses.h>
#include <string.h>
#include <term.h>

static char *target;
static int target_room;
static int target_length;

static int collect(int byte) {
  if (target_length < target_room) target[target_length++] = (char)byte;
  return byte;
}

static int expand(const char *string, char *buffer, int room) {
  // Padding such as $<5> is for terminals of another age; tputs would wait for them.
  target = buffer;
  target_room = room;
  target_length = 0;
  for (const char *at = string; *at; at++) {
    const char *end;
    if (at[0] == '$' && at[1] == '<' && (end = strchr(at, '>')) != NULL) {
      at = end;
      continue;
    }
    collect((unsigned char)*at);
  }
  return target_length;
}

int capability_look_up(int output) {
  int reason = -1;
  if (setupterm(NULL, output, &reason) == OK) return 1;
  // A hard-copy terminal is known (reason 1), but of no use here.
  return reason == 1 ? 1 : reason;
}

const char *capability(const char *name) {
  char *string = tigetstr((char *)(uintptr_t)name);
  if (string == NULL || string == (char *)-1 || string[0] == 0) return NULL;
  return string;
}

int capability_copy(const char *name, char *buffer, int room) {
  const char *string = capability(name);
  return string == NULL ? 0 : expand(string, buffer, room);
}

int capability_cursor(int row, int column, char *buffer, int room) {
  const char *string = capability("cup");
  if (string == NULL) return 0;
  char *placed = tparm((char *)(uintptr_t)string, (long)row, (long)column, 0L, 0L, 0L, 0L, 0L, 0L, 0L);
  return placed == NULL ? 0 : expand(placed, buffer, room);
}
