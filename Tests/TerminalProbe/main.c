// A program that does with the terminal whatever a test presses, and shows each event it gets.
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "terminal.h"

static void put(int row, int column, const char *text, int columns, int style) {
  terminal_put(row, column, text, (int)strlen(text), columns, style, 0);
}

// Graphemes of which terminals and C libraries think differently, with their columns here.
static const struct { const char *text; int columns; } graphemes[] = {
    {"a", 1}, {"é", 1}, {"漢", 2}, {"⚠️", 2}, {"❤️", 2}, {"👍🏽", 2}, {"🇬🇧", 2}, {"👨‍👩‍👧‍👦", 2}, {"é̄", 1}};
enum { grapheme_count = sizeof graphemes / sizeof *graphemes, first_event_row = 12 };

// Whether blanks of the same style stand where the graphemes were.
static bool is_blank = false;

static void paint(void) {
  char line[128];
  int columns, rows;
  terminal_size(&columns, &rows);
  int length = snprintf(line, sizeof line, "size %dx%d colours %d utf8 %d", columns, rows,
      terminal_colours(), terminal_is_utf8());
  put(0, 0, line, length, 1);
  put(1, 0, "plain", 5, 0);
  put(1, 6, "styled", 6, 2);
  for (int index = 0; index < grapheme_count; index++) {
    const char *text = is_blank ? "  " : graphemes[index].text;
    int width = is_blank ? 2 : graphemes[index].columns;
    put(2 + index, 0, text, width, 3);
    put(2 + index, 3, is_blank ? "          " : "|behind it", 10, 0);
    // In the last columns too, where there is nothing to paint over.
    put(2 + index, columns - 2, text, width, 3);
  }
}

static int overflow(volatile int depth) {
  volatile char room[4096];
  room[0] = (char)depth;
  return overflow(depth + 1) + room[0];
}

static bool is_cursor_visible = true;

static void act(const char *key) {
  if (strcmp(key, "V") == 0) {
    is_cursor_visible = !is_cursor_visible;
  } else if (strcmp(key, "B") == 0) {
    is_blank = !is_blank;
  } else if (strcmp(key, "A") == 0) {
    fputs("last words\n", stderr);
    abort();
  } else if (strcmp(key, "S") == 0) {
    raise(SIGSEGV);
  } else if (strcmp(key, "O") == 0) {
    exit(overflow(0) == 1);
  } else if (strcmp(key, "T") == 0) {
    __builtin_trap();
  } else if (strcmp(key, "X") == 0) {
    exit(7);
  } else if (strcmp(key, "E") == 0) {
    terminal_suspend();
    printf("as in an editor\n");
    fflush(stdout);
    int ended = system("read line; echo got $line");
    (void)ended;
    terminal_resume();
  } else if (strcmp(key, "H") == 0) {
    put(11, 0, "hanging", 7, 0);
    terminal_flush();
    for (;;) pause();
  } else if (strcmp(key, "W") == 0) {
    terminal_wake();
  }
}

static void describe(const struct terminal_event *event, char *line, int room) {
  switch (event->type) {
    case terminal_event_key: snprintf(line, (size_t)room, "key [%s]", event->name); break;
    case terminal_event_paste: {
      snprintf(line, (size_t)room, "paste %d [%.*s]", event->length, event->length < 60 ? event->length : 60, event->text);
      for (char *at = line; *at; at++) {
        if (*at == '\n') *at = '/';
      }
      break;
    }
    case terminal_event_mouse:
      snprintf(line, (size_t)room, "mouse %d at %d,%d", event->mouse, event->column, event->row);
      break;
    case terminal_event_resize: snprintf(line, (size_t)room, "resize %dx%d", event->columns, event->rows); break;
    case terminal_event_resumed: snprintf(line, (size_t)room, "resumed"); break;
    case terminal_event_focus: snprintf(line, (size_t)room, "focus %d", event->focused); break;
    case terminal_event_wake: snprintf(line, (size_t)room, "woken"); break;
    default: snprintf(line, (size_t)room, "time is over"); break;
  }
}

int main(int count, char **arguments) {
  struct terminal_options options = {.mouse = true, .focus = true};
  struct terminal_error error;
  if (terminal_open(&options, &error) != terminal_error_none) {
    fprintf(stderr, "probe: %d: %s\n", error.code, error.message);
    return 3;
  }
  terminal_define_style(0, -1, -1, 0);
  terminal_define_style(1, 6, -1, terminal_bold);
  terminal_define_style(2, terminal_rgb(20, 30, 40), terminal_rgb(215, 215, 95), terminal_underline);
  terminal_define_style(3, 1, -1, 0);
  int timeout = count > 1 ? atoi(arguments[1]) : -1;
  int row = first_event_row, number = 0;
  for (;;) {
    paint();
    terminal_cursor(row, 1, is_cursor_visible);
    terminal_flush();
    struct terminal_event event;
    if (terminal_read(timeout, &event) == terminal_event_quit) {
      terminal_close();
      printf("quit by signal %d\n", event.signal);
      return 0;
    }
    int columns, rows;
    terminal_size(&columns, &rows);
    char text[160], line[200];
    describe(&event, text, sizeof text);
    int length = snprintf(line, sizeof line, "%d %-50s", ++number, text);
    if (row >= rows) row = first_event_row;
    put(row++, 0, line, length < columns ? length : columns, 0);
    if (event.type == terminal_event_key) act(event.name);
  }
}
