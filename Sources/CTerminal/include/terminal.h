// The terminal: everything that needs curses, behind plain C names that import into Swift.
//
// How to call it, all from one thread:
//
//   struct terminal_options options = {0};
//   struct terminal_error error;
//   if (terminal_open(&options, &error) != terminal_error_none) { print error.message; leave }
//   for each ink: terminal_define_style(ink, …);
//   loop {
//     terminal_put(…) for every run that has changed;   // nothing is sent yet
//     terminal_cursor(…);
//     terminal_flush();                                 // sends the cells that differ
//     terminal_read(timeout, &event);                   // waits for a key, a new size, a signal
//   }
//   terminal_close();                                   // also called by exit()
//
// In Swift: `switch Int(terminal_read(timeout, &event)) { case terminal_event_key: … }`, with
// `Key(name: String(cString: event.name))` of Surface, which knows every name given here; `put` takes
// the runs that `Surface.runs(changedFrom:)` gives, and attributes are its `Attributes.rawValue`.
//
// After an event of type resize or resumed the screen holds nothing: put everything again.
// While the terminal is open, a crash (SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT, SIGQUIT,
// SIGSYS) gives it back before the process dies of the same signal; SIGINT, SIGTERM and SIGHUP come
// as the event quit. Ctrl-Z stops the process with the terminal given back.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum {
  terminal_error_none = 0,
  // Standard input or output is not a terminal.
  terminal_error_not_a_terminal = 1,
  // TERM is not set.
  terminal_error_no_name = 2,
  // Nothing is known of the terminal that TERM names.
  terminal_error_unknown_name = 3,
  // The terminal cannot place the cursor.
  terminal_error_too_simple = 4,
  // Curses or the system refused; the message has the reason.
  terminal_error_system = 5,
  // The terminal is open already.
  terminal_error_open = 6,
};

struct terminal_error {
  int code;
  // "what happened; what to do", in UTF-8. Valid until the next terminal_open.
  const char *message;
};

struct terminal_options {
  // Report presses, drags and the wheel. Selecting text then takes Shift in most terminals.
  bool mouse;
  // Report when the window gets and loses the keyboard.
  bool focus;
  // Read keys from /dev/tty where standard input is not a terminal, as after a pipe.
  bool use_controlling_terminal;
};

// Takes the terminal: alternate screen, keys one by one, bracketed paste. Returns
// terminal_error_none, or the code that is also in `error` (which may be NULL).
int terminal_open(const struct terminal_options *options, struct terminal_error *error);

// Gives the terminal back as it was. Does nothing when it is not open.
void terminal_close(void);

bool terminal_is_open(void);

// Sets the character set from the environment, for this process's LC_CTYPE only, and says whether
// UTF-8 may be printed. May be called before terminal_open, which does the same first. Where the
// environment names a UTF-8 locale that is not installed, or none at all, C.UTF-8 is used.
bool terminal_is_utf8(void);

// How many colours there are: 0 or 1 (none), 8, 16, 256, or more.
int terminal_colours(void);

// The size in columns and rows.
void terminal_size(int *columns, int *rows);

// Colours for terminal_define_style: -1 is the terminal's own, 0–255 the palette, and this:
#define TERMINAL_RGB 0x1000000
static inline int32_t terminal_rgb(uint8_t red, uint8_t green, uint8_t blue) {
  return TERMINAL_RGB | (int32_t)red << 16 | (int32_t)green << 8 | (int32_t)blue;
}

// Attributes, as bits.
enum {
  terminal_bold = 1,
  terminal_dim = 2,
  terminal_italic = 4,
  terminal_underline = 8,
  terminal_reverse = 16,
};

enum { terminal_style_count = 64 };

// Says how the cells of style `index` (0 up to terminal_style_count - 1) look. What the terminal
// cannot show becomes the nearest that it can. Cells already put do not change. Style 0 is also what
// an empty screen has.
void terminal_define_style(int index, int32_t foreground, int32_t background, int attributes);

// Puts `length` bytes of UTF-8 without control characters, `columns` wide in the caller's opinion,
// at `row` and `column`, in a style with further attributes. Text that is not ASCII takes one call
// for each grapheme: it is placed so that a terminal (or C library) that thinks it wider or narrower
// moves nothing else. Outside the screen nothing is put. Without UTF-8, what is not ASCII becomes
// the nearest sign or `?`.
void terminal_put(
    int row, int column, const char *utf8, int length, int columns, int style, int attributes);

// Makes the whole screen blanks in style 0.
void terminal_erase(void);

// Makes the next flush send everything, for when something else has written to the terminal.
void terminal_repaint(void);

// Shows the cursor at a place, or hides it.
void terminal_cursor(int row, int column, bool visible);

// Sends what has changed since the last flush. Returns the bytes of extra output for graphemes that
// were placed one by one (0 nearly always).
int terminal_flush(void);

// Values of `type`.
enum {
  terminal_event_none = 0,  // the time is over
  terminal_event_key,       // `name`
  terminal_event_paste,     // `text`, `length`: UTF-8 as pasted, line ends as \n
  terminal_event_mouse,     // `row`, `column`, `mouse`
  terminal_event_resize,    // `columns`, `rows`; the screen is empty now
  terminal_event_resumed,   // after Ctrl-Z: the screen is empty now; `columns`, `rows`
  terminal_event_focus,     // `focused`
  terminal_event_quit,      // `signal`: SIGINT (Ctrl-C), SIGTERM, SIGHUP (also: the input ended)
  terminal_event_wake,      // terminal_wake was called
};

// Values of `mouse`. The first button only.
enum {
  terminal_mouse_press = 0,
  terminal_mouse_release,
  terminal_mouse_drag,
  terminal_mouse_double_press,
  terminal_mouse_scroll_up,
  terminal_mouse_scroll_down,
};

struct terminal_event {
  int type;
  // A key in the words of the configuration: "a", "A", "é", "space", "enter", "esc", "shift-tab",
  // "up", "ctrl-c", "alt-x", "f1". Valid, like `text`, until the next terminal_read.
  const char *name;
  const char *text;
  int length;
  int row, column;
  int mouse;
  int columns, rows;
  bool focused;
  int signal;
};

// Waits up to `milliseconds` (0: not at all; negative: for ever) for the next event and returns its
// type. A new size and signals end the wait at once.
int terminal_read(int milliseconds, struct terminal_event *event);

// Ends the wait of terminal_read, now or next time. May be called from any thread.
void terminal_wake(void);

// Gives the terminal back for a while, to run an editor in it; then takes it again. The screen is
// empty after that: put everything again. terminal_resume returns false if the terminal is gone.
void terminal_suspend(void);
bool terminal_resume(void);

// Whether all that was printed on standard output has arrived where it goes.
bool standard_output_is_written(void);

#ifdef __cplusplus
}

#endif
