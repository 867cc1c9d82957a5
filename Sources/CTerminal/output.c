#include "colours.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// A grapheme about whose width opinions differ. Curses has stand-ins in its place, and it is written
// over them after every flush that touched its row, together with what stands behind it.
struct oddity {
  int column, columns;
  int style, attributes;
  int length;
  char text[80];
};

struct row {
  struct oddity *oddities;
  int count, room;
  bool is_touched;
};

static struct row *rows;
static int row_count;
// The wider terminals get when they do not know how to join a family of emoji.
enum { widest_grapheme = 16 };

static struct { int row, column; bool is_visible; } cursor;

// MARK: bytes

void write_fully(int file, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t count = write(file, bytes, length);
    if (count > 0) {
      bytes += count;
      length -= (size_t)count;
    } else if (count < 0 && errno == EAGAIN) {
      struct pollfd wait = {.fd = file, .events = POLLOUT};
      if (poll(&wait, 1, 1000) <= 0) return;
    } else if (count >= 0 || errno != EINTR) {
      return;
    }
  }
}

static char *pending;
static int pending_length, pending_room;

static void send(const char *bytes, int length) {
  if (pending_length + length > pending_room) {
    int room = pending_room * 2 + length + 1024;
    char *larger = realloc(pending, (size_t)room);
    if (larger == NULL) return;
    pending = larger;
    pending_room = room;
  }
  memcpy(pending + pending_length, bytes, (size_t)length);
  pending_length += length;
}

static int send_byte(int byte) {
  char character = (char)byte;
  send(&character, 1);
  return byte;
}

static void send_capability(const char *name) {
  char buffer[64];
  send(buffer, capability_copy(name, buffer, sizeof buffer));
}

static void send_move(int row, int column) {
  char buffer[64];
  send(buffer, capability_cursor(row, column, buffer, sizeof buffer));
}

// MARK: preparing

bool output_prepare(void) {
  colours_prepare();
  cursor.row = cursor.column = 0;
  cursor.is_visible = false;
  curs_set(0);
  rows = calloc((size_t)terminal.rows, sizeof *rows);
  row_count = rows == NULL ? 0 : terminal.rows;
  return rows != NULL;
}

void output_release(void) {
  for (int row = 0; row < row_count; row++) free(rows[row].oddities);
  free(rows);
  free(pending);
  rows = NULL;
  pending = NULL;
  row_count = pending_length = pending_room = 0;
}

void output_resized(void) {
  for (int row = 0; row < row_count; row++) free(rows[row].oddities);
  struct row *larger = realloc(rows, (size_t)terminal.rows * sizeof *rows);
  if (larger != NULL) {
    rows = larger;
    row_count = terminal.rows;
  } else if (row_count > terminal.rows) {
    row_count = terminal.rows;
  }
  if (rows != NULL) memset(rows, 0, (size_t)row_count * sizeof *rows);
}

// MARK: cells

static void forget_oddities(struct row *row, int column, int columns) {
  int kept = 0;
  for (int index = 0; index < row->count; index++) {
    struct oddity *oddity = &row->oddities[index];
    bool overlaps = oddity->column < column + columns && column < oddity->column + oddity->columns;
    if (!overlaps) row->oddities[kept++] = *oddity;
  }
  row->count = kept;
}

// Keeps them sorted by column, since they are painted from left to right.
static void remember_oddity(struct row *row, const struct oddity *oddity) {
  if (row->count == row->room) {
    int room = row->room * 2 + 4;
    struct oddity *larger = realloc(row->oddities, (size_t)room * sizeof *larger);
    if (larger == NULL) return;
    row->oddities = larger;
    row->room = room;
  }
  int place = row->count++;
  while (place > 0 && row->oddities[place - 1].column > oddity->column) {
    row->oddities[place] = row->oddities[place - 1];
    place--;
  }
  row->oddities[place] = *oddity;
}

static void put_blanks(int row, int column, int columns) {
  static const char blanks[] = "                                                                ";
  while (columns > 0) {
    int count = columns < (int)sizeof blanks - 1 ? columns : (int)sizeof blanks - 1;
    mvaddnstr(row, column, blanks, count);
    column += count;
    columns -= count;
  }
}

// No-break spaces: they look like blanks but are none to curses, which would not send the blanks that
// come in the place of the grapheme later, if it took them for there already.
static const wchar_t stand_in = 0xA0;

static void put_stand_ins(int row, int column, int columns) {
  for (int index = 0; index < columns; index++) mvaddnwstr(row, column + index, &stand_in, 1);
}

static bool is_ascii(const char *text, int length) {
  for (int index = 0; index < length; index++) {
    unsigned char byte = (unsigned char)text[index];
    if (byte < 0x20 || byte >= 0x7F) return false;
  }
  return true;
}

// Reads one grapheme; returns its code points' number, 0 when it cannot be left to curses: its
// width is not what the C library thinks, or it is of a kind that terminals disagree about.
static int plain_grapheme(const char *utf8, int length, int columns, wchar_t *wide) {
  enum { most_in_a_cell = 5 };
  int count = 0, width = 0;
  while (length > 0) {
    uint32_t value;
    int size = utf8_decode(utf8, length, &value);
    if (size <= 0 || count == most_in_a_cell) return 0;
    bool is_emoji = (value >= 0x1F000 && value <= 0x1FAFF) || value == 0xFE0F || value == 0x200D;
    int own = wcwidth((wchar_t)value);
    if (is_emoji || own < 0 || (own == 0) != (count > 0)) return 0;
    width += own;
    // The one that a note has is a blank to curses: it must differ from what stands in for others.
    wide[count++] = (wchar_t)value == stand_in ? L' ' : (wchar_t)value;
    utf8 += size;
    length -= size;
  }
  return width == columns ? count : 0;
}

static void put_as_ascii(int row, int column, const char *utf8, int length, int columns) {
  // One sign for each grapheme: what combines has no sign of its own.
  uint32_t value;
  char sign = utf8_decode(utf8, length, &value) > 0 ? ascii_for(value) : '?';
  put_blanks(row, column, columns);
  mvaddch(row, column, (chtype)(unsigned char)sign);
}

void terminal_put(
    int row, int column, const char *utf8, int length, int columns, int style, int attributes) {
  if (!terminal.is_open || row < 0 || row >= terminal.rows || row >= row_count) return;
  if (column < 0 || columns <= 0 || column + columns > terminal.columns || length <= 0) return;
  if (style < 0 || style >= terminal_style_count) style = 0;
  struct row *line = &rows[row];
  line->is_touched = true;
  if (line->count > 0) forget_oddities(line, column, columns);
  struct look look = look_of(style, attributes);
  attr_set(look.attributes, look.pair, NULL);
  if (is_ascii(utf8, length)) {
    mvaddnstr(row, column, utf8, length < columns ? length : columns);
    return;
  }
  if (!terminal.is_utf8) {
    put_as_ascii(row, column, utf8, length, columns);
    return;
  }
  wchar_t wide[8];
  int count = plain_grapheme(utf8, length, columns, wide);
  if (count > 0) {
    mvaddnwstr(row, column, wide, count);
    return;
  }
  struct oddity oddity = {column, columns, style, attributes, length, {0}};
  if (length > (int)sizeof oddity.text) {
    put_blanks(row, column, columns);
    return;
  }
  put_stand_ins(row, column, columns);
  memcpy(oddity.text, utf8, (size_t)length);
  remember_oddity(line, &oddity);
}

void terminal_erase(void) {
  if (!terminal.is_open) return;
  struct look look = look_of(0, 0);
  attr_set(look.attributes, look.pair, NULL);
  for (int row = 0; row < row_count; row++) {
    put_blanks(row, 0, terminal.columns);
    rows[row].count = 0;
    rows[row].is_touched = true;
  }
}

void terminal_repaint(void) {
  if (!terminal.is_open) return;
  clearok(curscr, TRUE);
  for (int row = 0; row < row_count; row++) rows[row].is_touched = true;
}

void terminal_cursor(int row, int column, bool visible) {
  if (!terminal.is_open) return;
  cursor.row = row < 0 ? 0 : row >= terminal.rows ? terminal.rows - 1 : row;
  cursor.column = column < 0 ? 0 : column >= terminal.columns ? terminal.columns - 1 : column;
  if (visible != cursor.is_visible) curs_set(visible ? 1 : 0);
  cursor.is_visible = visible;
}

// MARK: flushing

static void send_style(attr_t attributes, short pair) { vid_puts(attributes, pair, NULL, send_byte); }

// Sends what curses has in a row from one column up to another. Returns the column reached, which
// is later than `end` where a wide character lies across it.
static int send_cells(int row, int column, int end) {
  while (column < end) {
    cchar_t cell;
    wchar_t text[CCHARW_MAX + 1] = {0};
    attr_t attributes;
    short pair;
    if (mvin_wch(row, column, &cell) == ERR) return end;
    if (getcchar(&cell, text, &attributes, &pair, NULL) == ERR) return end;
    send_style(attributes & ~(attr_t)A_CHARTEXT, pair);
    for (int index = 0; text[index] != 0; index++) {
      char bytes[4];
      send(bytes, utf8_encode((uint32_t)text[index], bytes));
    }
    int width = wcwidth(text[0]);
    column += width > 1 ? width : 1;
  }
  return column;
}

static void paint_oddities(int row) {
  struct row *line = &rows[row];
  int column = -1;
  for (int index = 0; index < line->count; index++) {
    struct oddity *oddity = &line->oddities[index];
    if (column < oddity->column) send_move(row, oddity->column);
    struct look look = look_of(oddity->style, oddity->attributes);
    send_style(look.attributes, look.pair);
    send(oddity->text, oddity->length);
    column = oddity->column + oddity->columns;
    if (column >= terminal.columns) break;
    send_move(row, column);
    // What a terminal that does not join it has painted too far to the right is painted over.
    int end = index + 1 < line->count ? line->oddities[index + 1].column : terminal.columns;
    if (end > column + widest_grapheme) end = column + widest_grapheme;
    column = send_cells(row, column, end);
  }
}

int terminal_flush(void) {
  if (!terminal.is_open || terminal.is_suspended) return 0;
  move(cursor.row, cursor.column);
  refresh();
  pending_length = 0;
  for (int row = 0; row < row_count; row++) {
    if (rows[row].is_touched && rows[row].count > 0) {
      // At the right edge nothing may run over into the next row.
      if (pending_length == 0) send_capability("rmam");
      paint_oddities(row);
    }
    rows[row].is_touched = false;
  }
  if (pending_length > 0) {
    send_capability("smam");
    send_move(cursor.row, cursor.column);
    move(cursor.row, cursor.column);
    write_fully(terminal.output, pending, (size_t)pending_length);
  }
  return pending_length;
}
