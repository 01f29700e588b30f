// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hardening.h"

#include <sys/prctl.h>
#include <sys/resource.h>

namespace expunge::app {

void denyMemoryDumps()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
#ifndef __SANITIZE_ADDRESS__   // its leak check attaches to the process as a debugger does
    // a dump handler that is a pipe ignores RLIMIT_CORE (core(5)); this it does not
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

}   // namespace expunge::app
