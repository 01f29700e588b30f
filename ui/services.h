// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/analyzer.h"
#include "core/formats/formatregistry.h"
#include "core/manifest/keystore.h"
#include "core/queue/exporter.h"
#include "core/queue/submissionqueue.h"
#include "core/review/journal.h"
#include "core/scrub/scrubber.h"

namespace expunge::ui {

/// What the window works with; owned by app/composition, which outlives it.
struct Services
{
    const formats::FormatRegistry &formats;
    const detect::Analyzer &analyzer;
    const scrub::Scrubber &scrubber;
    const queue::Exporter &exporter;
    queue::SubmissionQueue &queue;
    manifest::KeyStore &keys;
    review::SessionKeys &sessionKeys;
    QString sessionFolder;       // journals
    QString workFolder;          // private temporary files, emptied at start
    QString samplesFolder;       // the sample submission; empty where it is not installed
    QString settingsFile = {};   // an INI file for the window's size and colours; empty: not kept
};

}   // namespace expunge::ui
