#ifdef __APPLE__
#define _DARWIN_C_SOURCE 1
#else
#define _GNU_SOURCE 1
#endif

#include "support.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

int support_open_terminal(char *path, int room) {
  int control = posix_openpt(O_RDWR | O_NOCTTY);
  if (control < 0) return -1;
  // Before another thread starts a program that would inherit it.
  fcntl(control, F_SETFD, FD_CLOEXEC);
  const char *name = NULL;
  if (grantpt(control) == 0 && unlockpt(control) == 0) name = ptsname(control);
  if (name == NULL || (int)strlen(name) >= room) {
    close(control);
    return -1;
  }
  strcpy(path, name);
  return control;
}

void support_set_size(int terminal, int columns, int rows) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  ioctl(terminal, TIOCSWINSZ, &size);
}

// A fork copies the tables of the caller's memory, and the clock of whoever measures the program runs
// meanwhile: half a gigabyte is milliseconds. Where it is to be had, the child borrows the memory.
#ifdef __linux__
#define support_fork vfork
#else
#define support_fork fork
#endif

// Only what is safe between fork and exec in a process with threads, and where the memory is
// borrowed. Returns on failure.
static void become(
    const char *program, char *const arguments[], char *const environment[], const char *folder,
    const char *terminal, const char *const files[]) {
  for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  if (setsid() < 0) return;
  if (terminal != NULL) {
    int line = open(terminal, O_RDWR);
    if (line < 0) return;
    // Linux has done this by opening; others want to be told.
    ioctl(line, TIOCSCTTY, 0);
    for (int file = 0; file < 3; file++) {
      if (dup2(line, file) < 0) return;
    }
    if (line > 2) close(line);
  } else {
    for (int file = 0; file < 3; file++) {
      int opened = open(files[file], file == 0 ? O_RDONLY : O_WRONLY | O_CREAT | O_TRUNC, 0600);
      if (opened < 0 || dup2(opened, file) < 0) return;
      if (opened > 2) close(opened);
    }
  }
  if (folder != NULL && chdir(folder) != 0) return;
  execve(program, arguments, environment);
}

pid_t support_start(
    const char *program, char *const arguments[], char *const environment[], const char *folder,
    const char *terminal, const char *const files[]) {
  // What went wrong comes back through a pipe that a successful exec closes.
  int report[2];
  if (pipe(report) != 0) return -1;
  fcntl(report[0], F_SETFD, FD_CLOEXEC);
  fcntl(report[1], F_SETFD, FD_CLOEXEC);
  pid_t child = support_fork();
  if (child == 0) {
    become(program, arguments, environment, folder, terminal, files);
    int reason = errno;
    ssize_t written = write(report[1], &reason, sizeof reason);
    (void)written;
    _exit(127);
  }
  int reason = errno;
  close(report[1]);
  if (child > 0) {
    ssize_t count;
    do {
      count = read(report[0], &reason, sizeof reason);
    } while (count < 0 && errno == EINTR);
    if (count == (ssize_t)sizeof reason) {
      while (waitpid(child, NULL, 0) < 0 && errno == EINTR) {}
      child = -1;
    }
  }
  close(report[0]);
  errno = reason;
  return child;
}
