// Waiting for what comes from the terminal, and for signals.
#include "internal.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

// What has been read and not understood yet.
static unsigned char bytes[input_room];
static int count;
static long last_fill;
static bool input_ended;

// How long the rest of an escape sequence may take; after that it was the Esc key.
enum { escape_milliseconds = 25 };

long now_milliseconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (long)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

void input_prepare(void) {
  count = 0;
  input_ended = false;
  keys_prepare();
}

// Takes events out of what has been read; false when there is none (yet).
static bool take_event(struct terminal_event *event, bool is_final) {
  while (count > 0) {
    int taken = keys_decode(bytes, count, is_final, event);
    if (taken <= 0) return false;
    count -= taken;
    memmove(bytes, bytes + taken, (size_t)count);
    if (event->type != terminal_event_none) return true;
  }
  return false;
}

static void resized(struct terminal_event *event, int type) {
  event->type = type;
  event->columns = terminal.columns;
  event->rows = terminal.rows;
}

static bool take_signal(struct terminal_event *event) {
  int signal = signals_take_quit();
  if (signal == 0 && input_ended) signal = SIGHUP;
  if (signal != 0) {
    event->type = terminal_event_quit;
    event->signal = signal;
    return true;
  }
  bool stops = signals_take_stop();
  if (stops || signals_take_continue()) {
    // Without having stopped ourselves, we were stopped the hard way, and others had the terminal.
    terminal_suspend();
    if (stops) signals_stop_now();
    if (!terminal_resume()) input_ended = true;
    signals_take_resize();
    resized(event, terminal_event_resumed);
    return true;
  }
  if (signals_take_resize() && terminal_measure()) {
    terminal_resized();
    resized(event, terminal_event_resize);
    return true;
  }
  if (signals_take_wake()) {
    event->type = terminal_event_wake;
    return true;
  }
  return false;
}

static void fill(void) {
  ssize_t got = read(terminal.input, bytes + count, sizeof bytes - (size_t)count);
  if (got > 0) {
    count += (int)got;
    last_fill = now_milliseconds();
  } else if (got == 0 || (errno != EINTR && errno != EAGAIN)) {
    input_ended = true;
  }
}

int terminal_read(int milliseconds, struct terminal_event *event) {
  memset(event, 0, sizeof *event);
  event->name = event->text = "";
  if (!terminal.is_open) return terminal_event_none;
  if (terminal.is_suspended) {
    // It could not be taken again after it was lent: it is gone, and nothing will ever come from it.
    event->type = terminal_event_quit;
    event->signal = SIGHUP;
    return event->type;
  }
  long deadline = milliseconds < 0 ? 0 : now_milliseconds() + milliseconds;
  for (;;) {
    if (take_signal(event) || take_event(event, false)) return event->type;
    long now = now_milliseconds();
    long wait = milliseconds < 0 ? -1 : deadline > now ? deadline - now : 0;
    // A paste may pause; half a key may not.
    if (count > 0 && !keys_are_pasted()) {
      long rest = last_fill + escape_milliseconds - now;
      if (rest <= 0) {
        if (take_event(event, true)) return event->type;
        continue;
      }
      if (wait < 0 || rest < wait) wait = rest;
    }
    struct pollfd files[2] = {
        {.fd = terminal.input, .events = POLLIN}, {.fd = signals_pipe(), .events = POLLIN}};
    int ready = poll(files, 2, (int)wait);
    if (ready < 0 && errno != EINTR) {
      input_ended = true;
    } else if (ready > 0) {
      if (files[1].revents) signals_drain();
      if (files[0].revents) fill();
    } else if (ready == 0 && milliseconds >= 0 && now_milliseconds() >= deadline) {
      return terminal_event_none;
    }
  }
}
