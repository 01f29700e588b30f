// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/pagestore.h"

#include <algorithm>
#include <cmath>

namespace expunge::ui {

namespace {

constexpr qint64 mostBytes = 256LL * 1024 * 1024;
constexpr double mostPixels = 24e6;   // of one page

/// The picture in memory of its own.
QImage toImage(const document::PageImage &page)
{
    const qsizetype needed = static_cast<qsizetype>(page.width) * page.height * 4;
    if (page.width <= 0 || page.height <= 0 || page.bytes.size() < needed) {
        return {};
    }
    const auto *bytes = reinterpret_cast<const uchar *>(page.bytes.constData());
    return QImage(bytes, page.width, page.height, page.width * 4, QImage::Format_RGB32).copy();
}

}   // namespace

PageStore::PageStore(QObject *parent)
    : QObject(parent)
{
}

void PageStore::setDocument(const std::shared_ptr<const document::Document> &document)
{
    m_job.cancel();
    m_drawing = false;
    m_document = document;
    m_pages.clear();
    m_wanted.clear();
}

void PageStore::want(std::vector<int> pages, double scale)
{
    m_wanted = std::move(pages);
    m_scale = scale;
    for (auto page = m_wanted.rbegin(); page != m_wanted.rend(); ++page) {
        if (const auto found = m_pages.find(*page); found != m_pages.end()) {
            found->second.used = ++m_uses;
        }
    }
    if (!m_drawing) {
        drawNext();
    }
}

QImage PageStore::picture(int page) const
{
    const auto found = m_pages.find(page);
    return found == m_pages.end() ? QImage() : found->second.picture;
}

PageStore::Characters PageStore::characters(int page) const
{
    const auto found = m_pages.find(page);
    return found == m_pages.end() ? nullptr : found->second.characters;
}

void PageStore::drawNext()
{
    m_drawing = false;
    const auto next = std::find_if(m_wanted.begin(), m_wanted.end(), [this](int page) {
        const auto found = m_pages.find(page);
        return found == m_pages.end()
               || (!found->second.failed && std::abs(found->second.scale - m_scale) > 1e-6);
    });
    if (!m_document || next == m_wanted.end()) {
        return;
    }
    m_drawing = true;
    const int page = *next;
    const double wanted = m_scale;
    const bool withText = m_pages.find(page) == m_pages.end();
    const auto draw = [document = m_document, page, wanted, withText](const base::JobContext &) {
        Page drawn;
        drawn.scale = wanted;
        const std::vector<document::PageInfo> pages = document->pages();
        const document::PageInfo size = pages.at(static_cast<size_t>(page - 1));
        const double pixels = size.width * size.height * wanted * wanted;
        const double scale = pixels > mostPixels ? wanted * std::sqrt(mostPixels / pixels) : wanted;
        if (const auto image = document->renderPage(page, scale)) {
            drawn.picture = toImage(*image);
        }
        drawn.failed = drawn.picture.isNull();
        if (withText) {
            drawn.characters = std::make_shared<const std::vector<document::CharacterBox>>(
                document->charactersOn(page));
        }
        return drawn;
    };
    m_job = m_runner.start(this, draw, [this, page, document = m_document](Page drawn) {
        if (document != m_document) {
            return;
        }
        keep(page, std::move(drawn));
        drawNext();
        Q_EMIT this->drawn(page);
    });
}

void PageStore::keep(int page, Page drawn)
{
    Page &kept = m_pages[page];
    if (kept.characters) {
        drawn.characters = kept.characters;
    }
    kept = std::move(drawn);
    kept.used = ++m_uses;
    dropUnused();
}

void PageStore::dropUnused()
{
    qint64 bytes = 0;
    for (const auto &[page, kept] : m_pages) {
        bytes += kept.picture.sizeInBytes();
    }
    while (bytes > mostBytes && m_pages.size() > 2) {
        const auto oldest = std::min_element(
            m_pages.begin(), m_pages.end(),
            [](const auto &one, const auto &other) { return one.second.used < other.second.used; });
        bytes -= oldest->second.picture.sizeInBytes();
        m_pages.erase(oldest);
    }
}

}   // namespace expunge::ui
