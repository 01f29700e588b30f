// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/picturestore.h"

#include <QBuffer>
#include <QImageReader>

namespace expunge::ui {

namespace {

constexpr qint64 largestPicture = 60'000'000;   // pixels; more is shown as a placeholder
constexpr size_t keptPictures = 64;

}   // namespace

void PictureStore::setPictures(std::vector<document::FlowPicture> pictures)
{
    m_pictures = std::move(pictures);
    m_decoded.clear();
}

QSize PictureStore::sizeOf(int index) const
{
    if (index < 0 || index >= static_cast<int>(m_pictures.size())) {
        return {};
    }
    QByteArray bytes = m_pictures.at(static_cast<size_t>(index)).bytes;
    QBuffer buffer(&bytes);
    return QImageReader(&buffer).size();
}

QPixmap PictureStore::picture(int index, QSize size)
{
    const auto key = std::make_pair(index, size.width());
    if (const auto found = m_decoded.find(key); found != m_decoded.end()) {
        return found->second;
    }
    const QSize full = sizeOf(index);
    if (full.isEmpty() || qint64{full.width()} * full.height() > largestPicture) {
        return {};
    }
    if (m_decoded.size() >= keptPictures) {
        m_decoded.clear();
    }
    QByteArray bytes = m_pictures.at(static_cast<size_t>(index)).bytes;
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer);
    reader.setScaledSize(full.scaled(size, Qt::KeepAspectRatio).boundedTo(full));
    const QPixmap pixmap = QPixmap::fromImage(reader.read());
    m_decoded.emplace(key, pixmap);
    return pixmap;
}

}   // namespace expunge::ui
