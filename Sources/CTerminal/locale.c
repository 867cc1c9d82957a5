#include "internal.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

// What the environment asks for, in the order POSIX gives; NULL for nothing.
static const char *wanted_locale(void) {
  static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (size_t index = 0; index < sizeof names / sizeof *names; index++) {
    const char *value = getenv(names[index]);
    if (value != NULL && value[0] != 0) return value;
  }
  return NULL;
}

static bool names_utf8(const char *name) {
  const char *dot = strrchr(name, '.');
  return dot != NULL && (strncasecmp(dot + 1, "utf-8", 5) == 0 || strncasecmp(dot + 1, "utf8", 4) == 0);
}

bool locale_prepare(void) {
  // Only the character set: with LC_NUMERIC a library might begin to write 0,9.
  const char *wanted = wanted_locale();
  bool is_set = wanted != NULL && setlocale(LC_CTYPE, "") != NULL;
  if (!is_set && (wanted == NULL || names_utf8(wanted))) {
    static const char *const known[] = {"C.UTF-8", "C.utf8", "en_US.UTF-8", "UTF-8"};
    for (size_t index = 0; index < sizeof known / sizeof *known && !is_set; index++) {
      is_set = setlocale(LC_CTYPE, known[index]) != NULL;
    }
  }
  if (!is_set) return false;
  const char *codeset = nl_langinfo(CODESET);
  return codeset != NULL && (strcasecmp(codeset, "UTF-8") == 0 || strcasecmp(codeset, "utf8") == 0);
}

bool terminal_is_utf8(void) {
  return terminal.is_open ? terminal.is_utf8 : locale_prepare();
}
