// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>
#include <stop_token>

namespace expunge::base {

/// How a long call is told to stop and tells how far it is. Core starts no threads; it takes one of
/// these.
struct JobContext
{
    std::stop_token stop;
    std::function<void(qint64 done, qint64 total)> progress;   // total 0: unknown

    bool cancelled() const { return stop.stop_requested(); }
    void report(qint64 done, qint64 total) const
    {
        if (progress) {
            progress(done, total);
        }
    }
};

}   // namespace expunge::base
