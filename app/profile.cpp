// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile.h"

#include "core/base/fileio.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace expunge::app {

using namespace Qt::StringLiterals;

namespace {

QString stateHome()
{
    // Qt 6.4 has no name for it; relative values are to be ignored, says the specification
    const QString set = qEnvironmentVariable("XDG_STATE_HOME");
    return QDir::isAbsolutePath(set) ? set : QDir::homePath() + u"/.local/state"_s;
}

}   // namespace

Profile profileAt(const QString &folder)
{
    const QString root = QFileInfo(folder).absoluteFilePath();
    return {root + u"/keys"_s,
            root + u"/queue"_s,
            root + u"/sessions"_s,
            root + u"/session-keys"_s,
            root + u"/work"_s,
            root + u"/settings.ini"_s,
            true};
}

Profile userProfile()
{
    const QString data =
        QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/expunge"_s;
    const QString settings = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
                             + u"/expunge/settings.ini"_s;
    const QString state = stateHome() + u"/expunge"_s;
    return {data + u"/keys"_s,
            data + u"/queue"_s,
            state + u"/sessions"_s,
            state + u"/session-keys"_s,
            state + u"/work"_s,
            settings,
            false};
}

base::Result<> makeFolders(const Profile &profile)
{
    // the parents first, so that they are private too
    const QString settingsFolder = QFileInfo(profile.settings).absolutePath();
    for (const QString &folder :
         {QFileInfo(profile.keys).absolutePath(), QFileInfo(profile.sessions).absolutePath(),
          settingsFolder, profile.keys, profile.queue, profile.sessions, profile.sessionKeys,
          profile.work}) {
        if (auto made = base::makePrivateFolder(folder); !made) {
            return made;
        }
    }
    return {};
}

}   // namespace expunge::app
