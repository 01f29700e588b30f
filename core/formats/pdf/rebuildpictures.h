// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace expunge::pdf {

/// Fax data up to the mark that ends it (ITU-T T.6, 2.4.1.1); all of it where there is none.
QByteArray trimmedFax(const QByteArray &bytes, int k);

/// The segments of a JBIG2 stream without comments (ITU-T T.88, 7.4.15) and without what stands
/// behind the last of them.
QByteArray cleanJbig2(const QByteArray &bytes);

/// Blanks the comments of a JPEG 2000 code stream that begins at `begin`, those of its tiles too
/// (ITU-T T.800, A.9.2), and cuts off what stands behind its end.
void cleanCodeStream(QByteArray &bytes, qsizetype begin);

}   // namespace expunge::pdf
