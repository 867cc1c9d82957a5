#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// What handlers touch: atomics, and plain data that is complete before the handlers are installed.
static atomic_int quit_signal, quit_count;
static atomic_bool resized, stopped, continued, woken;
// Whether the terminal is in our modes, so that a crash has something to give back.
static atomic_bool is_taken;
static int wake_pipe[2] = {-1, -1};
static char restore_bytes[512];
static int restore_length;
static int saved_errors = -1, held_errors = -1;

static const int crash_signals[] = {
    SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT, SIGQUIT, SIGSYS};
static const int event_signals[] = {SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGTSTP, SIGCONT};
enum {
  crash_count = sizeof crash_signals / sizeof *crash_signals,
  event_count = sizeof event_signals / sizeof *event_signals,
};
static struct sigaction former_event[event_count];

// A stack overflow leaves no room on the stack for the handler that gives the terminal back.
static char *handler_stack;
enum { handler_stack_size = 64 * 1024 };

static void wake(void) {
  char byte = 1;
  // A full pipe wakes the reader just as well.
  ssize_t written = write(wake_pipe[1], &byte, 1);
  (void)written;
}

// Async-signal-safe: only write, tcsetattr, dup2, lseek and read.
static void give_back(void) {
  if (!atomic_exchange(&is_taken, false)) return;
  write_fully(terminal.output, restore_bytes, (size_t)restore_length);
  tcsetattr(terminal.input, TCSANOW, &terminal.saved_modes);
  errors_show();
}

static void handle_crash(int number) {
  give_back();
  // Not to the handler that was there before: Swift's asks on the terminal what to do, and a program
  // that was sent the signal from outside would go on after it.
  signal(number, SIG_DFL);
  // Blocked while this handler runs, so it arrives when it returns, and ends the program.
  raise(number);
}

static void handle_event(int number) {
  int former_errno = errno;
  switch (number) {
    case SIGWINCH: atomic_store(&resized, true); break;
    case SIGTSTP: atomic_store(&stopped, true); break;
    case SIGCONT: atomic_store(&continued, true); break;
    default:
      // While an editor has the terminal, Ctrl-C is meant for it.
      if (number == SIGINT && terminal.is_suspended) break;
      atomic_store(&quit_signal, number);
      // Nobody has listened three times: the program hangs, and is ended as asked.
      if (atomic_fetch_add(&quit_count, 1) >= 2) {
        give_back();
        signal(number, SIG_DFL);
        raise(number);
      }
  }
  wake();
  errno = former_errno;
}

static void install(int number, void (*handler)(int), int flags, struct sigaction *former) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, former);
}

static bool add_flags(int file) {
  int flags = fcntl(file, F_GETFL);
  return flags >= 0 && fcntl(file, F_SETFL, flags | O_NONBLOCK) == 0
      && fcntl(file, F_SETFD, FD_CLOEXEC) == 0;
}

bool signals_prepare(void) {
  if (pipe(wake_pipe) != 0) return false;
  if (!add_flags(wake_pipe[0]) || !add_flags(wake_pipe[1])) return false;
  atomic_store(&quit_signal, 0);
  atomic_store(&quit_count, 0);
  atomic_store(&resized, false);
  atomic_store(&stopped, false);
  atomic_store(&continued, false);
  atomic_store(&woken, false);
  handler_stack = malloc(handler_stack_size);
  if (handler_stack != NULL) {
    stack_t stack = {.ss_sp = handler_stack, .ss_size = handler_stack_size};
    sigaltstack(&stack, NULL);
  }
  // Before curses looks: it installs its own handlers only where there are none.
  for (int index = 0; index < event_count; index++) {
    install(event_signals[index], handle_event, SA_RESTART, &former_event[index]);
  }
  for (int index = 0; index < crash_count; index++) {
    install(crash_signals[index], handle_crash, SA_ONSTACK, NULL);
  }
  return true;
}

void signals_release(void) {
  for (int index = 0; index < event_count; index++) {
    sigaction(event_signals[index], &former_event[index], NULL);
  }
  for (int index = 0; index < crash_count; index++) signal(crash_signals[index], SIG_DFL);
  if (handler_stack != NULL) {
    stack_t stack = {.ss_flags = SS_DISABLE};
    sigaltstack(&stack, NULL);
    free(handler_stack);
    handler_stack = NULL;
  }
  close(wake_pipe[0]);
  close(wake_pipe[1]);
  wake_pipe[0] = wake_pipe[1] = -1;
}

static void add(const char *name) {
  restore_length += capability_copy(name, restore_bytes + restore_length, (int)sizeof restore_bytes - restore_length);
}

// The terminal is ours (again): says what a crash has to send.
void signals_resume(void) {
  restore_length = terminal_extras(false, restore_bytes, sizeof restore_bytes);
  add("sgr0");
  add("op");
  add("smam");
  add("cnorm");
  add("rmkx");
  add("rmcup");
  atomic_store(&is_taken, true);
  install(SIGTSTP, handle_event, SA_RESTART, NULL);
}

void signals_suspend(void) {
  atomic_store(&is_taken, false);
  // Ctrl-Z in the editor stops the editor and us alike, as the shell expects.
  install(SIGTSTP, SIG_DFL, 0, NULL);
}

int signals_pipe(void) { return wake_pipe[0]; }

void signals_drain(void) {
  char bytes[64];
  while (read(wake_pipe[0], bytes, sizeof bytes) > 0) {}
}

int signals_take_quit(void) {
  atomic_store(&quit_count, 0);
  return atomic_exchange(&quit_signal, 0);
}

bool signals_take_resize(void) { return atomic_exchange(&resized, false); }
bool signals_take_stop(void) { return atomic_exchange(&stopped, false); }
bool signals_take_continue(void) { return atomic_exchange(&continued, false); }
bool signals_take_wake(void) { return atomic_exchange(&woken, false); }

void terminal_wake(void) {
  atomic_store(&woken, true);
  if (wake_pipe[1] >= 0) wake();
}

void signals_stop_now(void) {
  install(SIGTSTP, SIG_DFL, 0, NULL);
  raise(SIGTSTP);
  // Here the process stands still until somebody continues it.
  install(SIGTSTP, handle_event, SA_RESTART, NULL);
  atomic_store(&continued, false);
}

// MARK: standard error

// A library that complains, or the Swift runtime's last words, would be painted over the screen and
// lost with it: they wait in a file without a name.
void errors_hold_back(void) {
  if (!isatty(STDERR_FILENO)) return;
  const char *folder = getenv("TMPDIR");
  char path[512];
  int length = snprintf(path, sizeof path, "%s/threshold.XXXXXX", folder != NULL && folder[0] ? folder : "/tmp");
  if (length < 0 || length >= (int)sizeof path) return;
  int file = mkstemp(path);
  if (file < 0) return;
  unlink(path);
  saved_errors = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (saved_errors < 0 || fcntl(file, F_SETFD, FD_CLOEXEC) != 0) {
    close(file);
    return;
  }
  fcntl(file, F_SETFL, O_APPEND);
  held_errors = file;
  dup2(file, STDERR_FILENO);
}

void errors_show(void) {
  if (held_errors < 0) return;
  dup2(saved_errors, STDERR_FILENO);
  char bytes[1024];
  ssize_t count;
  lseek(held_errors, 0, SEEK_SET);
  while ((count = read(held_errors, bytes, sizeof bytes)) > 0) {
    write_fully(STDERR_FILENO, bytes, (size_t)count);
  }
  close(held_errors);
  close(saved_errors);
  held_errors = saved_errors = -1;
}
