// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <memory>
#include <vector>

namespace expunge::review {

constexpr qsizetype journalKeySize = 32;
constexpr qsizetype largestRecord = qsizetype{64} << 20;

/// The bytes that every journal begins with.
QByteArray journalMagic();

/// What a journal holds, and where it goes on.
struct FrameContents
{
    std::vector<QByteArray> records;
    qint64 end = 0;       // offset behind the last whole frame; what follows was cut off by a crash
    quint64 frames = 0;   // number of frames up to there
    QByteArray chain;     // last bytes of the last frame, which the next one vouches for
};

/// Reads the frames of a journal. A last frame that was cut off is left out; any other fault is
/// SessionDamaged.
base::Result<FrameContents> readFrames(const QByteArray &file, const QByteArray &key);

/// Turns records into frames behind those that were read. Each writer begins a secretstream of its
/// own, because a stream that is taken up again after a lost write would use a nonce twice.
class FrameWriter
{
public:
    FrameWriter(const QByteArray &key, const FrameContents &before);
    FrameWriter(const FrameWriter &) = delete;
    FrameWriter &operator=(const FrameWriter &) = delete;
    ~FrameWriter();

    /// The bytes to append for a record; commit() or rollBack() must follow.
    QByteArray seal(const QByteArray &record);
    void commit();
    void rollBack();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}   // namespace expunge::review
