// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace expunge::app {

/// The folders in which one person's state lives; all of them private.
struct Profile
{
    QString keys;
    QString queue;
    QString sessions;
    QString sessionKeys;
    QString work;            // temporary files
    QString settings;        // an INI file
    bool isolated = false;   // given with --profile: the desktop's keychain is not used
};

/// Everything under one folder, as --profile asks.
Profile profileAt(const QString &folder);

/// The user's own folders (XDG Base Directory Specification 0.8).
Profile userProfile();

/// Makes the folders that are not there yet, for their owner only.
base::Result<> makeFolders(const Profile &profile);

}   // namespace expunge::app
