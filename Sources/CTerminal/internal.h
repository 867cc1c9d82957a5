// What the files of this target share. Include it first: it says which curses this is.
#pragma once

#ifdef __APPLE__
#define _DARWIN_C_SOURCE 1
#else
#define _GNU_SOURCE 1
#endif
#define NCURSES_WIDECHAR 1
#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif

#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <termios.h>
#include <wchar.h>

#include "terminal.h"

// The open terminal. Written by one thread; what signal handlers read is in signals.c.
struct terminal_state {
  bool is_open;
  bool is_suspended;
  bool is_utf8;
  // The files keys come from and output goes to.
  int input, output;
  int columns, rows;
  int colours;
  bool has_paste, has_mouse, has_focus;
  struct termios saved_modes;
};
extern struct terminal_state terminal;

// capability.c: terminfo, apart from the rest because term.h defines macros such as `columns`.

// 1 when terminfo knows the terminal that TERM names, 0 or -1 when it does not.
int capability_look_up(int output);
// The string of a capability ("cup"), or NULL when the terminal has none.
const char *capability(const char *name);
// Writes a capability without parameters, padding left out; returns its length, 0 when there is none.
int capability_copy(const char *name, char *buffer, int room);
int capability_cursor(int row, int column, char *buffer, int room);

// locale.c
bool locale_prepare(void);

// output.c
bool output_prepare(void);
void output_resized(void);
void output_release(void);
void write_fully(int file, const char *bytes, size_t length);

// ascii.c: the one sign that stands for a code point where there is no UTF-8.
char ascii_for(uint32_t code_point);

// utf8.c: reads a code point; returns the bytes it takes, 0 when more are needed, -1 for bad bytes.
int utf8_decode(const char *bytes, int length, uint32_t *code_point);
int utf8_encode(uint32_t code_point, char *bytes);

// input.c
enum { input_room = 4096 };
void input_prepare(void);
long now_milliseconds(void);

// keys.c
void keys_prepare(void);
void keys_release(void);
// Decodes the first event in some bytes. Returns how many it has taken, or 0 when it needs more of
// them; with `is_final` no more will come. What means nothing is taken without an event.
int keys_decode(const unsigned char *bytes, int count, bool is_final, struct terminal_event *event);
// Whether the beginning of a paste has come and its end has not.
bool keys_are_pasted(void);

// signals.c
bool signals_prepare(void);
void signals_release(void);
void signals_suspend(void);
void signals_resume(void);
// Lends standard error a file while curses has the screen, and shows afterwards what came.
void errors_hold_back(void);
void errors_show(void);
// The reading end of the pipe that handlers and terminal_wake write to.
int signals_pipe(void);
void signals_drain(void);
// Takes what has arrived since it was last asked.
int signals_take_quit(void);
bool signals_take_resize(void);
bool signals_take_stop(void);
bool signals_take_continue(void);
bool signals_take_wake(void);
// Stops the process as Ctrl-Z does by default, and returns when it is continued.
void signals_stop_now(void);

// terminal.c: asks the system for the size; true when it has changed.
bool terminal_measure(void);
// Makes curses and the rows follow a new size; the screen is empty then.
void terminal_resized(void);
// Writes what switches our modes off (or on) into a buffer; returns the length.
int terminal_extras(bool on, char *buffer, int room);
