// Standard output, which Swift prints to without looking at what comes of it.
#include "terminal.h"

#include <stdio.h>

bool standard_output_is_written(void) { return fflush(stdout) == 0 && ferror(stdout) == 0; }
