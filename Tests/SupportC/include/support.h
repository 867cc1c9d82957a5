// What tests need of the system that does not import into Swift: pseudo-terminals, and starting a
// program in one.
#pragma once

#include <sys/types.h>

// Opens a pseudo-terminal. Returns the controlling side, or -1; the other side's path is copied.
int support_open_terminal(char *path, int room);

void support_set_size(int terminal, int columns, int rows);

// Starts a program with the environment, signal handling and files it is given and nothing else.
// With `terminal`, that becomes its controlling terminal and its three standard files; otherwise
// `files` are the paths of its standard input, output and error. `folder` may be NULL.
// Returns the process, or -1 with errno set.
pid_t support_start(
    const char *program, char *const arguments[], char *const environment[], const char *folder,
    const char *terminal, const char *const files[]);
