// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/pagedrawer.h"

#include <poppler-qt6.h>

#include <QHash>
#include <QImage>

#include <algorithm>
#include <cmath>
#include <mutex>

namespace expunge::pdf {

namespace {

constexpr double kPointsPerInch = 72;
constexpr double kMostPixels = 120e6;

/// What Poppler has to say about a file may quote it.
void ignoreMessage(const QString &, const QVariant &) {}

}   // namespace

struct PageDrawer::Data
{
    QByteArray bytes;
    std::unique_ptr<Poppler::Document> document;
    mutable std::mutex mutex;
};

PageDrawer::PageDrawer(std::unique_ptr<Data> data)
    : m_data(std::move(data))
{
}

PageDrawer::~PageDrawer() = default;

base::Result<std::unique_ptr<PageDrawer>>
PageDrawer::open(const QByteArray &bytes, const QString &path, const QStringList &passwords)
{
    Poppler::setDebugErrorFunction(ignoreMessage, {});
    auto data = std::make_unique<Data>();
    data->bytes = bytes;
    data->document = Poppler::Document::loadFromData(bytes);
    for (const QString &password : passwords) {
        if (!data->document || !data->document->isLocked()) {
            break;
        }
        // The older revisions of the security handler take Latin-1, the newest UTF-8.
        for (const QByteArray &coded : {password.toLatin1(), password.toUtf8()}) {
            if (data->document->isLocked()) {
                data->document->unlock(coded, coded);
            }
        }
    }
    if (!data->document) {
        return base::failure(base::ErrorCode::Damaged, path);
    }
    if (data->document->isLocked()) {
        return base::failure(base::ErrorCode::Encrypted, path);
    }
    data->document->setRenderHint(Poppler::Document::Antialiasing);
    data->document->setRenderHint(Poppler::Document::TextAntialiasing);
    return std::unique_ptr<PageDrawer>(new PageDrawer(std::move(data)));
}

int PageDrawer::pageCount() const
{
    const std::scoped_lock lock(m_data->mutex);
    return m_data->document->numPages();
}

base::Result<document::PageImage> PageDrawer::draw(int index, double scale) const
{
    const std::scoped_lock lock(m_data->mutex);
    const std::unique_ptr<Poppler::Page> page = m_data->document->page(index);
    if (!page || !(scale > 0)) {
        return base::failure(base::ErrorCode::Damaged);
    }
    const QSizeF size = page->pageSizeF() * scale;
    if (!(size.width() * size.height() <= kMostPixels)) {
        return base::failure(base::ErrorCode::ExpansionLimit);
    }
    const double resolution = kPointsPerInch * scale;
    const QImage drawn = page->renderToImage(resolution, resolution);
    if (drawn.isNull()) {
        return base::failure(base::ErrorCode::Damaged);
    }
    const QImage plain = drawn.convertToFormat(QImage::Format_RGB32);
    document::PageImage image;
    image.width = plain.width();
    image.height = plain.height();
    image.bytes.reserve(qsizetype{4} * image.width * image.height);
    for (int row = 0; row < image.height; ++row) {
        image.bytes.append(reinterpret_cast<const char *>(plain.constScanLine(row)),
                           qsizetype{4} * image.width);
    }
    return image;
}

QString PageDrawer::text(int index) const
{
    const std::scoped_lock lock(m_data->mutex);
    const std::unique_ptr<Poppler::Page> page = m_data->document->page(index);
    // For no rectangle, Poppler takes the crop box without moving it to the page's corner.
    constexpr QRectF kEverywhere(-1e5, -1e5, 2e5, 2e5);
    return page ? page->text(kEverywhere, Poppler::Page::PhysicalLayout) : QString();
}

double agreement(const QString &one, const QString &other)
{
    QHash<char32_t, int> counts;
    int ours = 0;
    for (const char32_t c : one.normalized(QString::NormalizationForm_KC).toUcs4()) {
        if (QChar::isLetterOrNumber(c)) {
            ++counts[c];
            ++ours;
        }
    }
    int theirs = 0;
    int both = 0;
    for (const char32_t c : other.normalized(QString::NormalizationForm_KC).toUcs4()) {
        if (QChar::isLetterOrNumber(c)) {
            ++theirs;
            const auto found = counts.find(c);
            if (found != counts.end() && *found > 0) {
                --*found;
                ++both;
            }
        }
    }
    const int most = std::max(ours, theirs);
    return most == 0 ? 1 : static_cast<double>(both) / most;
}

QString readableText(const PageText &text)
{
    QString all;
    for (const TextBlock &block : text.blocks) {
        if (block.unseen != Unseen::OffPage && block.unseen != Unseen::HiddenLayer) {
            all += block.text;
            all += u'\n';
        }
    }
    return all;
}

}   // namespace expunge::pdf
