// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/embeddedscrub.h"

#include <algorithm>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::Result;
using document::PlaceKind;
using document::TextUnit;

namespace {

QString programOf(const document::DocumentInfo &info)
{
    return info.format == u"docx"_s   ? u"Word.Document.12"_s
           : info.format == u"xlsx"_s ? u"Excel.Sheet.12"_s
                                      : u"PowerPoint.Show.12"_s;
}

document::RedactionPlan planOf(const document::Document &document,
                               const std::map<int, std::vector<SpanEdit>> &edits)
{
    document::RedactionPlan plan = planInside(document);
    for (const auto &[unit, list] : edits) {
        for (const SpanEdit &edit : list) {
            const document::Span span{unit, edit.begin, edit.end};
            plan.spans.push_back({QString::number(plan.spans.size()), span, edit.replacement});
        }
    }
    return plan;
}

}   // namespace

std::vector<TextUnit> unitsInside(const EmbeddedFile &file, int number, int firstUnit)
{
    const std::vector<TextUnit> &inner = file.document->textUnits();
    std::map<int, int> positions;
    std::vector<TextUnit> units;
    for (const int index : file.units) {
        TextUnit unit = inner[static_cast<size_t>(index)];
        const auto source = positions.find(unit.copyOf);
        positions.emplace(unit.index, firstUnit + static_cast<int>(units.size()));
        unit.index = positions[index];
        unit.copyOf = source == positions.end() ? -1 : source->second;
        unit.part = file.part->name + u'/' + unit.part;
        unit.place.insert(unit.place.begin(), {PlaceKind::Other, number, u"embedded file"_s});
        unit.hiddenItem.clear();
        units.push_back(std::move(unit));
    }
    return units;
}

void describeFile(document::HiddenItem &item, const EmbeddedFile &file)
{
    item.format = file.document->info().format;
    item.texts = static_cast<int>(file.units.size());
    item.inside = file.inside;
    item.canKeep = true;
    constexpr qsizetype previewLength = 120;
    const auto &units = file.document->textUnits();
    for (size_t i = 0; i < file.units.size() && item.preview.size() < previewLength; ++i) {
        item.preview += u' ' + units[static_cast<size_t>(file.units[i])].text.left(previewLength);
    }
    item.preview = item.preview.simplified().left(previewLength);
}

QString itemOf(const std::vector<document::HiddenItem> &items, const EmbeddedFile &file)
{
    const auto found =
        std::find_if(items.begin(), items.end(), [&](const document::HiddenItem &item) {
            return !item.format.isEmpty() && item.part == file.part->name;
        });
    return found == items.end() ? QString() : found->id;
}

EmbeddedScrub::EmbeddedScrub(const EmbeddedFiles &files, const std::vector<EmbeddedPlace> &places,
                             const document::RedactionPlan &plan)
    : m_files(files)
{
    for (const EmbeddedPlace &place : places) {
        const auto said = plan.hidden.find(place.item);
        if (said != plan.hidden.end() && said->second == document::HiddenAction::Keep) {
            m_kept.push_back({place, {}, {}, {}, {}});
        }
    }
}

void EmbeddedScrub::add(int file, int text, const SpanEdit &edit)
{
    for (Kept &kept : m_kept) {
        if (kept.place.file != file) {
            continue;
        }
        const EmbeddedFile &inner = fileOf(kept);
        const int unit = inner.units[static_cast<size_t>(text)];
        const int source = inner.document->textUnits()[static_cast<size_t>(unit)].copyOf;
        // the file itself edits the copies of its texts
        if (!std::binary_search(inner.units.begin(), inner.units.end(), source)) {
            kept.edits[unit].push_back(edit);
        }
    }
}

Result<> EmbeddedScrub::run(const base::JobContext &job)
{
    for (Kept &kept : m_kept) {
        for (auto &[unit, list] : kept.edits) {
            settleSpans(list);
        }
        if (auto scrubbed = scrub(kept, job); !scrubbed) {
            return scrubbed;
        }
    }
    return {};
}

Result<> EmbeddedScrub::scrub(Kept &kept, const base::JobContext &job)
{
    const document::Document &original = *fileOf(kept).document;
    auto output = original.apply(planOf(original, kept.edits), job);
    if (!output) {
        return output.error().code == ErrorCode::Cancelled ? tl::unexpected(output.error())
                                                           : Result<>();
    }
    EmbeddingBudget budget;
    auto written = openEmbedded(output->bytes, job, budget);
    if (!written) {
        return written.error().code == ErrorCode::Cancelled ? tl::unexpected(written.error())
                                                            : Result<>();
    }
    kept.output = std::move(*output);
    kept.written = std::move(*written);
    return {};
}

std::optional<EmbeddedOutput> EmbeddedScrub::use(const Part *part, const QString &folder)
{
    const auto kept = std::find_if(m_kept.begin(), m_kept.end(), [&](const Kept &one) {
        return one.written && fileOf(one).part == part;
    });
    if (kept == m_kept.end()) {
        return std::nullopt;
    }
    if (kept->used.name.isEmpty()) {
        const document::DocumentInfo &info = kept->written->info();
        kept->used = {u"%1file%2.%3"_s.arg(folder).arg(++m_count).arg(info.suffix), info.mediaType,
                      programOf(info)};
    }
    return kept->used;
}

const document::Document *EmbeddedScrub::original(const Part *part) const
{
    const Kept *kept = find(part);
    return kept == nullptr ? nullptr : fileOf(*kept).document.get();
}

const document::Document *EmbeddedScrub::written(const Part *part) const
{
    const Kept *kept = find(part);
    return kept == nullptr ? nullptr : kept->written.get();
}

std::vector<Part> EmbeddedScrub::parts() const
{
    std::vector<Part> parts;
    for (const Kept &kept : m_kept) {
        if (!kept.used.name.isEmpty()) {
            Part part;
            part.name = kept.used.name;
            part.contentType = kept.used.contentType;
            part.bytes = kept.output.bytes;
            parts.push_back(std::move(part));
        }
    }
    return parts;
}

bool EmbeddedScrub::keeps(const QString &item) const
{
    return std::any_of(m_kept.begin(), m_kept.end(), [&](const Kept &kept) {
        return kept.place.item == item && !kept.used.name.isEmpty();
    });
}

void EmbeddedScrub::describe(document::Applied &applied) const
{
    int lost = 0;
    for (const Kept &kept : m_kept) {
        const std::vector<int> &units = fileOf(kept).units;
        if (kept.used.name.isEmpty()) {
            ++lost;
            for (size_t i = 0; i < units.size(); ++i) {
                applied.adjusted.push_back({kept.place.firstUnit + static_cast<int>(i), true, {}});
            }
            continue;
        }
        for (const document::AdjustedUnit &adjusted : kept.output.applied.adjusted) {
            const auto at = std::lower_bound(units.begin(), units.end(), adjusted.unit);
            if (at != units.end() && *at == adjusted.unit) {
                const auto position = static_cast<int>(at - units.begin());
                applied.adjusted.push_back(
                    {kept.place.firstUnit + position, adjusted.gone, adjusted.text});
            }
        }
    }
    if (lost > 0) {
        applied.warnings.push_back(
            u"%1 embedded file(s) that were to be kept could not be, and were removed"_s.arg(lost));
    }
}

const EmbeddedScrub::Kept *EmbeddedScrub::find(const Part *part) const
{
    const auto found = std::find_if(m_kept.begin(), m_kept.end(),
                                    [&](const Kept &kept) { return fileOf(kept).part == part; });
    return found == m_kept.end() ? nullptr : &*found;
}

const EmbeddedFile &EmbeddedScrub::fileOf(const Kept &kept) const
{
    return m_files.all()[static_cast<size_t>(kept.place.file)];
}

}   // namespace expunge::formats::ooxml
