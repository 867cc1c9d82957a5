#include "internal.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

struct terminal_state terminal = {.input = -1, .output = -1};

static SCREEN *screen;
static FILE *input_file, *output_file;
static char message[256];

static int fail(struct terminal_error *error, int code, const char *text, const char *name) {
  snprintf(message, sizeof message, text, name);
  if (error != NULL) {
    error->code = code;
    error->message = message;
  }
  return code;
}

static void close_files(void) {
  if (input_file != NULL) fclose(input_file);
  if (output_file != NULL) fclose(output_file);
  input_file = output_file = NULL;
  terminal.input = terminal.output = -1;
}

// By its own name where there is one: on macOS, /dev/tty cannot be polled.
static int open_controlling(void) {
  const char *name = ttyname(STDOUT_FILENO);
  return open(name != NULL ? name : "/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);
}

static bool open_files(const struct terminal_options *options) {
  // Own descriptors, so that curses may buffer and close them without touching stdin and stdout.
  int input = isatty(STDIN_FILENO) ? fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3)
            : options->use_controlling_terminal ? open_controlling() : -1;
  int output = isatty(STDOUT_FILENO) ? fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3) : -1;
  terminal.input = input;
  terminal.output = output;
  if (input >= 0) input_file = fdopen(input, "r");
  if (output >= 0) output_file = fdopen(output, "w");
  if (input_file != NULL && output_file != NULL) return true;
  if (input >= 0 && input_file == NULL) close(input);
  if (output >= 0 && output_file == NULL) close(output);
  close_files();
  return false;
}

// Line by line editing off, signals from keys on, Ctrl-S and Ctrl-V left to the program.
static void set_modes(void) {
  cbreak();
  noecho();
  nonl();
  struct termios modes;
  if (tcgetattr(terminal.input, &modes) == 0) {
    modes.c_iflag &= (tcflag_t) ~(IXON | ICRNL | INLCR | IGNCR | ISTRIP);
    modes.c_lflag &= (tcflag_t)~IEXTEN;
    modes.c_cc[VMIN] = 1;
    modes.c_cc[VTIME] = 0;
    tcsetattr(terminal.input, TCSADRAIN, &modes);
  }
  def_prog_mode();
}

int terminal_extras(bool on, char *buffer, int room) {
  int length = 0;
  char end = on ? 'h' : 'l';
  if (terminal.has_paste) length += snprintf(buffer + length, (size_t)(room - length), "\033[?2004%c", end);
  if (terminal.has_focus) length += snprintf(buffer + length, (size_t)(room - length), "\033[?1004%c", end);
  if (terminal.has_mouse) {
    length += snprintf(buffer + length, (size_t)(room - length), "\033[?1002%c\033[?1006%c", end, end);
  }
  return length;
}

static void send_extras(bool on) {
  char buffer[64];
  int length = terminal_extras(on, buffer, sizeof buffer);
  write_fully(terminal.output, buffer, (size_t)length);
}

// Where there is no second screen to leave, what was painted stays: the prompt must not stand on it.
static void clear_last_line(void) {
  if (capability("rmcup") != NULL) return;
  char buffer[32];
  int length = capability_copy("el", buffer, sizeof buffer);
  write_fully(terminal.output, buffer, (size_t)length);
}

bool terminal_measure(void) {
  struct winsize size;
  if (ioctl(terminal.output, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return false;
  if (size.ws_col == terminal.columns && size.ws_row == terminal.rows) return false;
  terminal.columns = size.ws_col;
  terminal.rows = size.ws_row;
  return true;
}

void terminal_resized(void) {
  resize_term(terminal.rows, terminal.columns);
  output_resized();
  terminal_erase();
  terminal_repaint();
}

int terminal_open(const struct terminal_options *options, struct terminal_error *error) {
  static const struct terminal_options defaults;
  static bool closes_at_exit;
  if (options == NULL) options = &defaults;
  if (error != NULL) *error = (struct terminal_error){terminal_error_none, ""};
  if (terminal.is_open) return fail(error, terminal_error_open, "the terminal is open already", "");
  if (!open_files(options)) {
    return fail(error, terminal_error_not_a_terminal,
        "this is not a terminal; run it in one, or use `threshold review --plain`", "");
  }
  const char *name = getenv("TERM");
  int code = terminal_error_none;
  if (name == NULL || name[0] == 0) {
    code = fail(error, terminal_error_no_name,
        "TERM is not set; set it to the terminal's name, such as xterm-256color, or use `threshold review --plain`", "");
  } else if (capability_look_up(terminal.output) != 1) {
    code = fail(error, terminal_error_unknown_name,
        "nothing is known of the terminal \"%.60s\"; set TERM to a known one, such as xterm-256color, "
        "or use `threshold review --plain`", name);
  } else if (capability("cup") == NULL) {
    code = fail(error, terminal_error_too_simple,
        "the terminal \"%.60s\" cannot place the cursor; use another one, or `threshold review --plain`", name);
  } else if (tcgetattr(terminal.input, &terminal.saved_modes) != 0) {
    code = fail(error, terminal_error_system, "the terminal cannot be read: %s", strerror(errno));
  }
  if (code != terminal_error_none) {
    close_files();
    return code;
  }

  terminal.is_utf8 = locale_prepare();
  if (!signals_prepare()) {
    close_files();
    return fail(error, terminal_error_system, "signals cannot be received: %s", strerror(errno));
  }
  screen = newterm(NULL, output_file, input_file);
  if (screen == NULL) {
    signals_release();
    close_files();
    return fail(error, terminal_error_system,
        "curses cannot use the terminal \"%.60s\"; set TERM to another name, or use `threshold review --plain`", name);
  }
  set_modes();
  // A curses that looks for typed keys would break off what it is painting.
  typeahead(-1);
  keypad(stdscr, TRUE);
  leaveok(stdscr, FALSE);
  scrollok(stdscr, FALSE);
  // Moving characters along would part a wide one from the place it was put at.
  idcok(stdscr, FALSE);

  // A terminal that has a mouse is of the family that knows bracketed paste; others print what they
  // do not understand.
  bool is_modern = capability("kmous") != NULL || capability("BE") != NULL;
  terminal.has_paste = is_modern;
  terminal.has_mouse = is_modern && options->mouse;
  terminal.has_focus = is_modern && options->focus;
  terminal.columns = COLS;
  terminal.rows = LINES;
  if (terminal_measure()) resize_term(terminal.rows, terminal.columns);
  if (!output_prepare()) {
    endwin();
    delscreen(screen);
    signals_release();
    close_files();
    return fail(error, terminal_error_system, "there is not enough memory for the screen", "");
  }
  input_prepare();
  terminal.is_open = true;
  terminal.is_suspended = false;
  errors_hold_back();
  signals_resume();
  send_extras(true);
  if (!closes_at_exit) closes_at_exit = atexit(terminal_close) == 0;
  return terminal_error_none;
}

void terminal_close(void) {
  if (!terminal.is_open) return;
  if (!terminal.is_suspended) terminal_suspend();
  terminal.is_open = false;
  signals_release();
  output_release();
  keys_release();
  delscreen(screen);
  screen = NULL;
  close_files();
}

bool terminal_is_open(void) { return terminal.is_open; }

int terminal_colours(void) { return terminal.is_open ? terminal.colours : 0; }

void terminal_size(int *columns, int *rows) {
  *columns = terminal.columns;
  *rows = terminal.rows;
}

void terminal_suspend(void) {
  if (!terminal.is_open || terminal.is_suspended) return;
  send_extras(false);
  // Shows the cursor, and remembers whether it was hidden.
  endwin();
  clear_last_line();
  tcsetattr(terminal.input, TCSADRAIN, &terminal.saved_modes);
  terminal.is_suspended = true;
  signals_suspend();
  errors_show();
}

bool terminal_resume(void) {
  if (!terminal.is_open || !isatty(terminal.output)) return false;
  if (!terminal.is_suspended) return true;
  terminal.is_suspended = false;
  errors_hold_back();
  signals_resume();
  reset_prog_mode();
  terminal_measure();
  terminal_resized();
  send_extras(true);
  return true;
}
