// What the bytes that a terminal sends mean: keys, pastes, the mouse.
#include "internal.h"

#include <stdlib.h>
#include <string.h>

// What is being decoded.
static const unsigned char *bytes;
static int count;
static char key_name[48];

// A paste in progress, and where it is kept; what is beyond the limit is dropped.
static bool is_pasting;
static char *paste;
static int paste_length, paste_room;
enum { paste_limit = 4 * 1024 * 1024 };

static struct { int row, column; long milliseconds; } last_press;

// Keys as this terminal sends them, where terminfo knows better than the usual sequences.
struct named_key { const char *capability, *name; };
static const struct named_key named_keys[] = {
    {"kcuu1", "up"}, {"kcud1", "down"}, {"kcub1", "left"}, {"kcuf1", "right"}, {"khome", "home"},
    {"kend", "end"}, {"kpp", "pageup"}, {"knp", "pagedown"}, {"kich1", "insert"},
    {"kdch1", "delete"}, {"kcbt", "shift-tab"}, {"kf1", "f1"}, {"kf2", "f2"}, {"kf3", "f3"},
    {"kf4", "f4"}, {"kf5", "f5"}, {"kf6", "f6"}, {"kf7", "f7"}, {"kf8", "f8"}, {"kf9", "f9"},
    {"kf10", "f10"}, {"kf11", "f11"}, {"kf12", "f12"}};
enum { named_key_count = sizeof named_keys / sizeof *named_keys };
static struct { char bytes[16]; int length; } sequences[named_key_count];

void keys_prepare(void) {
  is_pasting = false;
  last_press.milliseconds = 0;
  for (int index = 0; index < named_key_count; index++) {
    const char *string = capability(named_keys[index].capability);
    size_t length = string == NULL ? 0 : strlen(string);
    // A single control character (the left arrow of some old terminals) would take a real key away.
    bool is_usable = length > 1 && length <= sizeof sequences[index].bytes && string[0] == 0x1B;
    sequences[index].length = is_usable ? (int)length : 0;
    if (is_usable) memcpy(sequences[index].bytes, string, length);
  }
}

void keys_release(void) {
  free(paste);
  paste = NULL;
  paste_length = paste_room = 0;
}

bool keys_are_pasted(void) { return is_pasting; }

// MARK: naming

static void name_key(struct terminal_event *event, const char *name, int modifiers) {
  snprintf(key_name, sizeof key_name, "%s%s%s%s", modifiers & 4 ? "ctrl-" : "", modifiers & 2 ? "alt-" : "",
      modifiers & 1 ? "shift-" : "", name);
  event->type = terminal_event_key;
  event->name = key_name;
}

// A code point as a key: a character, or a control character by the key that gives it.
static void name_character(struct terminal_event *event, uint32_t value, int modifiers) {
  char text[5] = {0};
  switch (value) {
    case 0: name_key(event, "space", modifiers | 4); return;
    case '\t': name_key(event, "tab", modifiers); return;
    case '\r': case '\n': name_key(event, "enter", modifiers); return;
    case 0x1B: name_key(event, "esc", modifiers); return;
    case 0x08: case 0x7F: name_key(event, "backspace", modifiers); return;
    case ' ': name_key(event, "space", modifiers); return;
    default: break;
  }
  if (value < 0x20) {
    // Ctrl takes the upper bits away: 1 is Ctrl-A, 0x1D is Ctrl-].
    text[0] = (char)(value <= 26 ? value + 0x60 : value + 0x40);
    name_key(event, text, modifiers | 4);
  } else if (value >= 0x80 && value < 0xA0) {
    event->type = terminal_event_none;
  } else {
    utf8_encode(value, text);
    name_key(event, text, modifiers);
  }
}

// MARK: decoding. Each function returns the bytes it has taken, 0 when it needs more of them. What is
// taken and means nothing leaves the event's type at none.

static const char *tilde_name(int number) {
  static const struct { int number; const char *name; } names[] = {
      {1, "home"}, {2, "insert"}, {3, "delete"}, {4, "end"}, {5, "pageup"}, {6, "pagedown"},
      {7, "home"}, {8, "end"}, {11, "f1"}, {12, "f2"}, {13, "f3"}, {14, "f4"}, {15, "f5"},
      {17, "f6"}, {18, "f7"}, {19, "f8"}, {20, "f9"}, {21, "f10"}, {23, "f11"}, {24, "f12"}};
  for (size_t index = 0; index < sizeof names / sizeof *names; index++) {
    if (names[index].number == number) return names[index].name;
  }
  return NULL;
}

static const char *letter_name(int letter) {
  switch (letter) {
    case 'A': return "up";
    case 'B': return "down";
    case 'C': return "right";
    case 'D': return "left";
    case 'F': return "end";
    case 'H': return "home";
    case 'P': return "f1";
    case 'Q': return "f2";
    case 'R': return "f3";
    case 'S': return "f4";
    default: return NULL;
  }
}

static void read_mouse(struct terminal_event *event, const int *numbers, bool is_release) {
  int button = numbers[0];
  event->column = numbers[1] - 1;
  event->row = numbers[2] - 1;
  if (event->row < 0 || event->column < 0) return;
  if (button & 64) {
    if ((button & 3) > 1) return;  // sideways
    event->mouse = button & 1 ? terminal_mouse_scroll_down : terminal_mouse_scroll_up;
  } else if ((button & 3) != 0) {
    return;
  } else if (is_release) {
    event->mouse = terminal_mouse_release;
  } else if (button & 32) {
    event->mouse = terminal_mouse_drag;
  } else {
    long now = now_milliseconds();
    bool is_double = now - last_press.milliseconds < 400 && last_press.row == event->row
        && last_press.column == event->column;
    event->mouse = is_double ? terminal_mouse_double_press : terminal_mouse_press;
    last_press.row = event->row;
    last_press.column = event->column;
    last_press.milliseconds = is_double ? 0 : now;
  }
  event->type = terminal_event_mouse;
}

static void read_csi(struct terminal_event *event, const int *numbers, int number_count, int mark, int final) {
  int modifiers = number_count > 1 && numbers[1] > 0 ? (numbers[1] - 1) & 7 : 0;
  // Bits: 1 shift, 2 alt, 4 control, as terminals count them.
  const char *name;
  if (mark == '<' && (final == 'M' || final == 'm')) {
    if (number_count >= 3) read_mouse(event, numbers, final == 'm');
  } else if (mark != 0) {
    return;  // a terminal's answer to a question
  } else if (final == '~' && numbers[0] == 200) {
    is_pasting = true;
    paste_length = 0;
  } else if (final == '~' && numbers[0] == 27 && number_count >= 3 && numbers[2] > 0) {
    name_character(event, (uint32_t)numbers[2], modifiers);
  } else if (final == 'u' && numbers[0] > 0 && numbers[0] < 0x110000) {
    name_character(event, (uint32_t)numbers[0], modifiers);
  } else if (final == '~') {
    if ((name = tilde_name(numbers[0])) != NULL) name_key(event, name, modifiers);
  } else if (final == 'Z') {
    name_key(event, "tab", modifiers | 1);
  } else if (final == 'I' || final == 'O') {
    event->type = terminal_event_focus;
    event->focused = final == 'I';
  } else if ((name = letter_name(final)) != NULL) {
    name_key(event, name, modifiers);
  }
}

static int decode_csi(struct terminal_event *event, bool is_final) {
  int numbers[8] = {0}, number_count = 0, mark = 0, at = 2;
  if (at < count && bytes[at] == '[') {
    // The Linux console's F1 to F5.
    if (count < 4) return is_final ? count : 0;
    static const char *const names[] = {"f1", "f2", "f3", "f4", "f5"};
    if (bytes[3] >= 'A' && bytes[3] <= 'E') name_key(event, names[bytes[3] - 'A'], 0);
    return 4;
  }
  if (at < count && bytes[at] >= '<' && bytes[at] <= '?') mark = bytes[at++];
  for (; at < count; at++) {
    int byte = bytes[at];
    if (byte >= '0' && byte <= '9') {
      if (number_count == 0) number_count = 1;
      int *number = &numbers[number_count - 1];
      if (*number < 100000000) *number = *number * 10 + byte - '0';
    } else if (byte == ';' || byte == ':') {
      if (number_count == 0) number_count = 1;
      if (number_count == 8) return at + 1;
      number_count++;
    } else if (byte >= 0x40 && byte <= 0x7E) {
      if (byte == 'M' && mark == 0 && number_count == 0) {
        // The mouse of terminals without the SGR form: three bytes more, which are not keys.
        return count < at + 4 ? (is_final ? count : 0) : at + 4;
      }
      read_csi(event, numbers, number_count, mark, byte);
      return at + 1;
    } else if (byte < 0x20 || byte > 0x7E) {
      return at;  // broken off; what comes now stands for itself
    }
  }
  if (!is_final && count < 64) return 0;
  if (count == 2) name_key(event, "[", 2);
  return count;
}

static int decode_ss3(struct terminal_event *event, bool is_final) {
  if (count < 3) {
    if (!is_final) return 0;
    name_key(event, "O", 2);
    return 2;
  }
  int letter = bytes[2];
  const char *name = letter_name(letter);
  if (name != NULL) {
    name_key(event, name, 0);
  } else if (letter == 'M') {
    name_key(event, "enter", 0);
  } else if (letter >= 'j' && letter <= 'y') {
    // The number block in application mode.
    char text[2] = {"*+,-./0123456789"[letter - 'j'], 0};
    name_key(event, text, 0);
  }
  return 3;
}

// Answers of the terminal (its colours, its name), which end in BEL or ESC \.
static int decode_string(bool is_final) {
  for (int at = 2; at < count; at++) {
    if (bytes[at] == 0x07) return at + 1;
    if (bytes[at] == 0x1B && at + 1 < count) return bytes[at + 1] == '\\' ? at + 2 : at;
  }
  return is_final || count == input_room ? count : 0;
}

static int decode_escape(struct terminal_event *event, bool is_final) {
  if (count == 1) {
    if (!is_final) return 0;
    name_key(event, "esc", 0);
    return 1;
  }
  for (int index = 0; index < named_key_count; index++) {
    int length = sequences[index].length;
    if (length > 0 && length <= count && memcmp(sequences[index].bytes, bytes, (size_t)length) == 0) {
      name_key(event, named_keys[index].name, 0);
      return length;
    }
  }
  switch (bytes[1]) {
    case '[': return decode_csi(event, is_final);
    case 'O': return decode_ss3(event, is_final);
    case ']': case 'P': case '_': case '^':
      if (count == 2) {
        if (!is_final) return 0;
        break;
      }
      return decode_string(is_final);
    case 0x1B:
      name_key(event, "esc", 0);
      return 1;
    default: break;
  }
  uint32_t value;
  int size = utf8_decode((const char *)bytes + 1, count - 1, &value);
  if (size == 0 && !is_final) return 0;
  if (size > 0) name_character(event, value, 2);
  return 1 + (size > 0 ? size : 1);
}

static void keep_pasted(unsigned char byte) {
  if (paste_length >= paste_limit) return;
  if (paste_length == paste_room) {
    int room = paste_room * 2 + 4096;
    char *larger = realloc(paste, (size_t)room);
    if (larger == NULL) return;
    paste = larger;
    paste_room = room;
  }
  paste[paste_length++] = (char)byte;
}

// Line ends become \n, whichever the terminal sends.
static void finish_paste(struct terminal_event *event) {
  int kept = 0;
  for (int index = 0; index < paste_length; index++) {
    bool is_return = paste[index] == '\r';
    if (is_return && index + 1 < paste_length && paste[index + 1] == '\n') continue;
    paste[kept++] = is_return ? '\n' : paste[index];
  }
  paste_length = kept;
  is_pasting = false;
  event->type = terminal_event_paste;
  event->text = paste == NULL ? "" : paste;
  event->length = kept;
}

static int decode_paste(struct terminal_event *event) {
  static const char end[] = "\033[201~";
  const int end_length = sizeof end - 1;
  int at = 0;
  while (at < count) {
    int left = count - at;
    if (bytes[at] == 0x1B) {
      if (memcmp(bytes + at, end, (size_t)(left < end_length ? left : end_length)) == 0) {
        if (left < end_length) return at;
        finish_paste(event);
        return at + end_length;
      }
    }
    keep_pasted(bytes[at++]);
  }
  return at;
}

int keys_decode(const unsigned char *from, int length, bool is_final, struct terminal_event *event) {
  bytes = from;
  count = length;
  if (is_pasting) return decode_paste(event);
  if (bytes[0] == 0x1B) return decode_escape(event, is_final);
  uint32_t value;
  int size = utf8_decode((const char *)bytes, count, &value);
  if (size == 0) return is_final ? count : 0;
  if (size < 0) return 1;
  name_character(event, value, 0);
  return size;
}
