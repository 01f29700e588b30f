// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/interpreter.h"

#include "core/formats/pdf/fontdescription.h"
#include "core/formats/pdf/interpreterpage.h"

#include <cmath>
#include <exception>
#include <optional>

namespace expunge::pdf {

namespace {

constexpr int kDeepestResources = 64;

/// Counts on how many pages each form and picture stands.
class SharedObjects
{
public:
    void addPage(const QPDFObjectHandle &resources)
    {
        QPDFObjectHandle dictionary = resources;
        if (dictionary.isIndirect() && m_last == dictionary.getObjGen()) {
            for (const QPDFObjGen &number : m_page) {
                ++m_pages[number];
            }
            return;
        }
        m_page.clear();
        m_last = dictionary.getObjGen();
        add(dictionary, 0);
    }

    const std::map<QPDFObjGen, int> &pages() const { return m_pages; }

private:
    void add(QPDFObjectHandle resources, int depth)
    {
        if (!resources.isDictionary() || depth > kDeepestResources) {
            return;
        }
        for (const char *category : {"/XObject", "/Pattern"}) {
            QPDFObjectHandle entries = resources.getKey(category);
            if (!entries.isDictionary()) {
                continue;
            }
            for (const auto &key : entries.getKeys()) {
                QPDFObjectHandle object = entries.getKey(key);
                if (object.isStream() && m_page.insert(object.getObjGen()).second) {
                    ++m_pages[object.getObjGen()];
                    add(object.getDict().getKey("/Resources"), depth + 1);
                }
            }
        }
    }

    std::map<QPDFObjGen, int> m_pages;
    std::set<QPDFObjGen> m_page;
    QPDFObjGen m_last;
};

}   // namespace

struct Interpreter::Data
{
    explicit Data(QPDF &file)
        : layers(file)
    {
        try {
            pages = file.getAllPages();
        } catch (const std::exception &) {
            pages.clear();   // a page tree that cannot be walked has no pages
        }
    }

    const std::map<QPDFObjGen, int> &pagesUsing()
    {
        if (!shared) {
            shared.emplace();
            for (const QPDFObjectHandle &page : pages) {
                shared->addPage(inherited(page, "/Resources"));
            }
        }
        return shared->pages();
    }

    std::vector<QPDFObjectHandle> pages;
    LayerStates layers;
    FontStore fonts;
    ContentCache contents;
    std::optional<SharedObjects> shared;
};

Interpreter::Interpreter(QPDF &file)
    : m_data(std::make_unique<Data>(file))
{
}

Interpreter::~Interpreter() = default;

int Interpreter::pageCount() const
{
    return static_cast<int>(m_data->pages.size());
}

base::Result<PageContent> Interpreter::read(int index, const base::JobContext &job)
{
    PageContent content;
    content.page = index;
    if (job.cancelled()) {
        return base::failure(base::ErrorCode::Cancelled);
    }
    if (index < 0 || index >= pageCount()) {
        content.problems.push_back(PageProblem::DamagedContent);
        return content;
    }
    try {
        QPDFObjectHandle page = m_data->pages[static_cast<std::size_t>(index)];
        // 14.11.2: no crop box is the media box, and no box goes beyond that.
        const Rect letter{0, 0, 612, 792};
        const Rect media = rectOf(inherited(page, "/MediaBox"));
        content.mediaBox = media.isEmpty() ? letter : media;
        const Rect crop = rectOf(inherited(page, "/CropBox")).intersected(content.mediaBox);
        content.cropBox = crop.isEmpty() ? content.mediaBox : crop;
        const double turn = std::fmod(numberOf(inherited(page, "/Rotate")), 360);
        content.rotation = static_cast<int>(turn < 0 ? turn + 360 : turn) / 90 * 90;
        PageReader reader({m_data->fonts, m_data->contents, m_data->layers, m_data->pagesUsing()},
                          job, content);
        reader.read(page);
        if (reader.wasCancelled()) {
            return base::failure(base::ErrorCode::Cancelled);
        }
    } catch (const std::exception &) {   // qpdf, on damaged objects
        content.problems.push_back(PageProblem::DamagedContent);
    }
    return content;
}

}   // namespace expunge::pdf
