// The small C programs that the benchmark compares with: each does only what cannot be avoided.
//
//   baseline parse FOLDER       reads and parses every page with cmark-gfm
//   baseline paint              opens curses, paints a full screen, exits
//   baseline commit FILE COUNT  commits COUNT rows to SQLite, each durable; prints microseconds
#define _GNU_SOURCE 1
#define _XOPEN_SOURCE_EXTENDED 1
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <curses.h>
#include <dirent.h>
#include <locale.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

static size_t parse_file(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) return 0;
  static char chunk[1 << 16];
  cmark_parser *parser = cmark_parser_new(CMARK_OPT_DEFAULT);
  cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"));
  size_t size = 0, count;
  while ((count = fread(chunk, 1, sizeof chunk, file)) > 0) {
    cmark_parser_feed(parser, chunk, count);
    size += count;
  }
  fclose(file);
  cmark_node_free(cmark_parser_finish(parser));
  cmark_parser_free(parser);
  return size;
}

static size_t parse_folder(const char *folder) {
  DIR *directory = opendir(folder);
  if (!directory) return 0;
  size_t size = 0;
  struct dirent *entry;
  while ((entry = readdir(directory))) {
    if (entry->d_name[0] == '.') continue;
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
    struct stat status;
    if (stat(path, &status) != 0) continue;
    if (S_ISDIR(status.st_mode)) {
      size += parse_folder(path);
    } else {
      size += parse_file(path);
    }
  }
  closedir(directory);
  return size;
}

static int paint(void) {
  setlocale(LC_ALL, "");
  if (!initscr()) return 1;
  cbreak();
  noecho();
  int rows, columns;
  getmaxyx(stdscr, rows, columns);
  for (int row = 0; row < rows; row++) {
    for (int column = 0; column < columns; column++) mvaddch(row, column, 'a' + (row + column) % 26);
  }
  refresh();
  endwin();
  return 0;
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec * 1e6 + (double)time.tv_nsec / 1e3;
}

static int commit(const char *path, int count) {
  sqlite3 *database;
  if (sqlite3_open(path, &database) != SQLITE_OK) return 1;
  sqlite3_exec(
      database,
      "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE log (id INTEGER PRIMARY KEY, "
      "card TEXT, time INTEGER, rating INTEGER)",
      NULL, NULL, NULL);
  sqlite3_stmt *insert;
  if (sqlite3_prepare_v2(
          database, "INSERT INTO log (card, time, rating) VALUES (?, ?, ?)", -1, &insert, NULL)
      != SQLITE_OK)
    return 1;
  for (int row = 0; row < count; row++) {
    double start = now();
    sqlite3_bind_text(insert, 1, "0123456789abcdef", 16, SQLITE_STATIC);
    sqlite3_bind_int64(insert, 2, row);
    sqlite3_bind_int(insert, 3, 3);
    sqlite3_step(insert);
    sqlite3_reset(insert);
    printf("%.1f\n", now() - start);
  }
  sqlite3_finalize(insert);
  return sqlite3_close(database) == SQLITE_OK ? 0 : 1;
}

int main(int count, char **arguments) {
  if (count == 3 && strcmp(arguments[1], "parse") == 0) {
    cmark_gfm_core_extensions_ensure_registered();
    return parse_folder(arguments[2]) > 0 ? 0 : 1;
  }
  if (count == 2 && strcmp(arguments[1], "paint") == 0) return paint();
  if (count == 4 && strcmp(arguments[1], "commit") == 0) {
    return commit(arguments[2], atoi(arguments[3]));
  }
  fprintf(stderr, "usage: baseline parse FOLDER | paint | commit FILE COUNT\n");
  return 2;
}
