// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/document/document.h"
#include "core/formats/pdf/pagetext.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>

namespace expunge::pdf {

/// Draws the pages of a file and reads their text by Poppler, a second engine beside our own. May
/// be called from several threads; one at a time is served.
class PageDrawer
{
public:
    /// Tries no password, then each of `passwords`. Damaged, Encrypted.
    static base::Result<std::unique_ptr<PageDrawer>>
    open(const QByteArray &bytes, const QString &path, const QStringList &passwords = {});
    ~PageDrawer();
    PageDrawer(const PageDrawer &) = delete;
    PageDrawer &operator=(const PageDrawer &) = delete;

    int pageCount() const;

    /// Page `index`, from 0, as it is shown: its crop box, turned, at `scale` pixels a point.
    /// ExpansionLimit when that is too large, Damaged when it cannot be drawn.
    base::Result<document::PageImage> draw(int index, double scale) const;

    /// The text of page `index`; empty when it cannot be read.
    QString text(int index) const;

private:
    struct Data;
    explicit PageDrawer(std::unique_ptr<Data> data);

    std::unique_ptr<Data> m_data;
};

/// How far two readings of a page agree, from 0 to 1: the letters and digits that both have, of
/// those that one has. Two empty texts agree.
double agreement(const QString &one, const QString &other);

/// All text of a page that a second engine reads too: everything but what stands off the page or on
/// hidden layers.
QString readableText(const PageText &text);

}   // namespace expunge::pdf
