// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>

namespace expunge::formats::ooxml {

/// Letters, digits, and the blocks that stand where something was redacted: what was a text of its
/// own before must still be one afterwards.
inline bool tells(QChar c)
{
    return c.isLetterOrNumber() || c == u'█';
}

}   // namespace expunge::formats::ooxml
