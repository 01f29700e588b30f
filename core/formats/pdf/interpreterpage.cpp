// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/interpreterpage.h"

#include "core/formats/pdf/fontdescription.h"
#include "core/formats/pdf/pdffile.h"

#include <algorithm>
#include <cmath>

namespace expunge::pdf {

namespace {

constexpr qint64 kMostOperations = 4'000'000;
constexpr std::size_t kMostUses = 100'000;
constexpr int kDeepest = 64;
constexpr std::size_t kFewGlyphs = 8192;   // room that a page gets from the start
constexpr qint64 kLargestContent = 64 << 20;
constexpr qint64 kLargestCache = 32 << 20;

// ISO 32000-1, table 165: flags of annotations.
constexpr int kHidden = 2;
constexpr int kNoView = 32;

int flagsOf(QPDFObjectHandle annotation)
{
    return static_cast<int>(std::clamp(numberOf(annotation.getKey("/F")), 0., 65535.));
}

/// 12.5.5: the normal appearance, in the state that is set.
QPDFObjectHandle normalAppearance(QPDFObjectHandle annotation)
{
    QPDFObjectHandle appearances = annotation.getKey("/AP");
    QPDFObjectHandle normal =
        appearances.isDictionary() ? appearances.getKey("/N") : QPDFObjectHandle::newNull();
    if (normal.isDictionary() && !normal.isStream()) {
        QPDFObjectHandle state = annotation.getKey("/AS");
        return state.isName() ? normal.getKey(state.getName()) : QPDFObjectHandle::newNull();
    }
    return normal;
}

/// 12.5.5, algorithm 8.1: puts the form's transformed box onto the annotation's rectangle.
Matrix appearanceMatrix(const Matrix &form, const Rect &box, const Rect &target)
{
    const Rect bounds = form.bounds(box);
    Matrix fit;
    fit.a = bounds.width() > 0 ? target.width() / bounds.width() : 1;
    fit.d = bounds.height() > 0 ? target.height() / bounds.height() : 1;
    fit.e = target.left - bounds.left * fit.a;
    fit.f = target.bottom - bounds.bottom * fit.d;
    return form.then(fit);
}

}   // namespace

QPDFObjectHandle inherited(QPDFObjectHandle page, const char *key)
{
    constexpr int kHighest = 64;
    QPDFObjectHandle node = page;
    for (int level = 0; level < kHighest && node.isDictionary(); ++level) {
        QPDFObjectHandle value = node.getKey(key);
        if (!value.isNull()) {
            return value;
        }
        node = node.getKey("/Parent");
    }
    return QPDFObjectHandle::newNull();
}

Matrix matrixOf(const QPDFObjectHandle &array)
{
    QPDFObjectHandle numbers = array;
    if (!numbers.isArray() || numbers.getArrayNItems() != 6) {
        return {};
    }
    const auto at = [&](int index) { return numberOf(numbers.getArrayItem(index)); };
    return {at(0), at(1), at(2), at(3), at(4), at(5)};
}

Rect rectOf(const QPDFObjectHandle &array)
{
    QPDFObjectHandle numbers = array;
    if (!numbers.isArray() || numbers.getArrayNItems() != 4) {
        return {};
    }
    const auto at = [&](int index) { return numberOf(numbers.getArrayItem(index)); };
    return {std::min(at(0), at(2)), std::min(at(1), at(3)), std::max(at(0), at(2)),
            std::max(at(1), at(3))};
}

std::shared_ptr<const ContentStream> ContentCache::form(QPDFObjectHandle stream)
{
    const QPDFObjGen number = stream.getObjGen();
    if (const auto found = m_streams.find(number); found != m_streams.end()) {
        return found->second;
    }
    const auto bytes = readStream(stream, kLargestContent);
    if (!bytes) {
        return nullptr;
    }
    auto content = std::make_shared<const ContentStream>(readContent(*bytes));
    if (m_bytes + bytes->size() > kLargestCache) {
        m_streams.clear();
        m_bytes = 0;
    }
    m_bytes += bytes->size();
    m_streams.emplace(number, content);
    return content;
}

PageReader::PageReader(ReaderSources sources, const base::JobContext &job, PageContent &page)
    : m_sources(sources)
    , m_job(job)
    , m_page(page)
{
}

void PageReader::report(PageProblem problem)
{
    if (std::find(m_page.problems.begin(), m_page.problems.end(), problem)
        == m_page.problems.end()) {
        m_page.problems.push_back(problem);
    }
}

void PageReader::read(QPDFObjectHandle page)
{
    readPage(page);
    QPDFObjectHandle annotations = page.getKey("/Annots");
    const int count = annotations.isArray() ? annotations.getArrayNItems() : 0;
    for (int i = 0; i < count && !m_stopped; ++i) {
        QPDFObjectHandle annotation = annotations.getArrayItem(i);
        if (annotation.isDictionary()) {
            readAppearance(annotation, i);
        }
    }
    judgeVisibility(m_page, m_inks, m_covers);
}

std::shared_ptr<const ContentStream> PageReader::pageContent(QPDFObjectHandle page)
{
    QPDFObjectHandle contents = page.getKey("/Contents");
    QByteArray bytes;
    const auto append = [&](const QPDFObjectHandle &stream) {
        if (!QPDFObjectHandle(stream).isStream()) {
            return;
        }
        const auto part = readStream(stream, kLargestContent - bytes.size());
        if (!part) {
            report(part.error().code == base::ErrorCode::ExpansionLimit
                       ? PageProblem::TooMuch
                       : PageProblem::DamagedContent);
            return;
        }
        // ISO 32000-1, 7.8.2: streams part between tokens, never inside of one.
        bytes += bytes.isEmpty() ? *part : QByteArray('\n' + *part);
    };
    if (contents.isArray()) {
        for (int i = 0; i < contents.getArrayNItems(); ++i) {
            append(contents.getArrayItem(i));
        }
    } else {
        append(contents);
    }
    return std::make_shared<const ContentStream>(readContent(bytes));
}

void PageReader::readPage(QPDFObjectHandle page)
{
    StreamUse use;
    use.kind = UseKind::Page;
    use.object = page;
    use.resources = inherited(page, "/Resources");
    use.content = pageContent(page);
    use.bounds = m_page.cropBox;
    GraphicsState state;
    state.clip = m_page.cropBox;
    run(addUse(std::move(use)), state, 0, -1);
}

void PageReader::readAppearance(QPDFObjectHandle annotation, int index)
{
    QPDFObjectHandle form = normalAppearance(annotation);
    if (!form.isStream()) {
        return;
    }
    QPDFObjectHandle details = form.getDict();
    StreamUse use;
    use.kind = UseKind::Appearance;
    use.object = form;
    use.resources = details.getKey("/Resources");
    use.content = m_sources.contents.form(form);
    use.annotation = index;
    use.shared = isShared(form);
    const Rect box = rectOf(details.getKey("/BBox"));
    use.toPage = appearanceMatrix(matrixOf(details.getKey("/Matrix")), box,
                                  rectOf(annotation.getKey("/Rect")));
    GraphicsState state;
    state.toPage = use.toPage;
    state.clip = m_page.cropBox.intersected(use.toPage.bounds(box));
    use.bounds = state.clip;
    const bool hidden = (flagsOf(annotation) & (kHidden | kNoView)) != 0
                        || !m_sources.layers.isShown(annotation.getKey("/OC"))
                        || !m_sources.layers.isShown(details.getKey("/OC"));
    const int number = addUse(std::move(use));
    if (hidden) {
        m_hiddenUses.insert(number);
    }
    run(number, state, 0, -1);
}

int PageReader::addUse(StreamUse use)
{
    if (m_page.uses.size() >= kMostUses) {
        report(PageProblem::TooMuch);
        m_stopped = true;
    }
    const int number = static_cast<int>(m_page.uses.size());
    if (use.kind != UseKind::Page) {
        std::vector<int> &same = m_usesOf[use.object.getObjGen()];
        same.push_back(number);
        if (same.size() > 1) {
            use.shared = true;
            m_page.uses[static_cast<std::size_t>(same.front())].shared = true;
        }
    }
    m_page.uses.push_back(std::move(use));
    return number;
}

void PageReader::checkContent(const ContentStream &content)
{
    if (!content.damaged) {
        return;
    }
    const bool unknown =
        std::any_of(content.operations.begin(), content.operations.end(),
                    [](const Operation &operation) { return operation.op == Operator::Unknown; });
    report(unknown ? PageProblem::UnknownOperator : PageProblem::DamagedContent);
}

void PageReader::run(int use, const GraphicsState &state, int depth, int marked)
{
    const StreamUse &stream = m_page.uses[static_cast<std::size_t>(use)];
    const std::shared_ptr<const ContentStream> content = stream.content;
    if (!content) {
        report(PageProblem::DamagedContent);
        return;
    }
    const QPDFObjGen number = stream.object.getObjGen();
    if (depth > kDeepest || m_running.contains(number)) {
        report(PageProblem::TooDeep);
        return;
    }
    m_running.insert(number);
    checkContent(*content);
    Run run;
    run.use = use;
    run.content = content.get();
    run.resources = stream.resources;
    run.base = stream.toPage;
    run.marked = marked;
    run.depth = depth;
    GraphicsState current = state;
    if (stream.kind == UseKind::Page) {
        m_page.glyphs.reserve(
            std::min(static_cast<std::size_t>(content->bytes.size()) / 2, std::size_t{kFewGlyphs}));
    }
    const int count = static_cast<int>(content->operations.size());
    for (int i = 0; i < count && !m_stopped; ++i) {
        if (++m_operations > kMostOperations) {
            report(PageProblem::TooMuch);
            m_stopped = true;
        }
        if (m_operations % 4096 == 0 && m_job.cancelled()) {
            m_cancelled = true;
            m_stopped = true;
        }
        obey(run, current, i, content->operations[static_cast<std::size_t>(i)]);
    }
    m_running.erase(number);
}

void PageReader::obey(Run &run, GraphicsState &state, int index, const Operation &operation)
{
    if (operation.op == Operator::InlineImage) {
        paintInlineImage(run, state, index, operation);
    } else if (operation.op == Operator::Paint) {
        paintObject(run, state, index, operation);
    } else if (operation.op == Operator::Shading) {
        paintShading(run, state, index);
    } else if (!obeyText(run, state, index, operation) && !obeyPath(run, state, index, operation)
               && !obeyState(run, state, index, operation)
               && !obeyColour(run, state, index, operation)) {
        obeyMarked(run, index, operation);
    }
}

bool PageReader::obeyState(Run &run, GraphicsState &state, int index, const Operation &operation)
{
    const ContentStream &content = *run.content;
    switch (operation.op) {
    case Operator::Save:
        run.saved.push_back(state);
        return true;
    case Operator::Restore:
        if (!run.saved.empty()) {
            state = std::move(run.saved.back());
            run.saved.pop_back();
        }
        return true;
    case Operator::Concat: {
        const auto at = [&](int i) { return content.number(operation, i); };
        if (operation.tokens == 6) {
            state.toPage = Matrix{at(0), at(1), at(2), at(3), at(4), at(5)}.then(state.toPage);
        }
        return true;
    }
    case Operator::LineWidth:
        state.lineWidth = content.number(operation, 0, 1);
        state.lineWidthBytes = content.raw(operation).toByteArray();
        return true;
    case Operator::State:
        setExtended(run, state, index, operation);
        return true;
    default:
        return false;
    }
}

bool PageReader::obeyColour(Run &run, GraphicsState &state, int index, const Operation &operation)
{
    switch (operation.op) {
    case Operator::StrokeSpace:
    case Operator::StrokeColour:
    case Operator::StrokeColourNamed:
    case Operator::StrokeGrey:
    case Operator::StrokeRgb:
    case Operator::StrokeCmyk:
        setColour(run, state.stroke, index, operation);
        return true;
    case Operator::FillSpace:
    case Operator::FillColour:
    case Operator::FillColourNamed:
    case Operator::FillGrey:
    case Operator::FillRgb:
    case Operator::FillCmyk:
        setColour(run, state.fill, index, operation);
        return true;
    default:
        return false;
    }
}

bool PageReader::obeyMarked(Run &run, int index, const Operation &operation)
{
    if (operation.op == Operator::EndMarked) {
        if (run.marked >= 0 && m_page.marked[static_cast<std::size_t>(run.marked)].use == run.use) {
            run.marked = m_page.marked[static_cast<std::size_t>(run.marked)].parent;
        }
        return true;
    }
    const bool begins =
        operation.op == Operator::BeginMarked || operation.op == Operator::BeginMarkedProperties;
    if (!begins && operation.op != Operator::MarkPoint
        && operation.op != Operator::MarkPointProperties) {
        return false;
    }
    const ContentStream &content = *run.content;
    MarkedContent marked;
    marked.use = run.use;
    marked.operation = index;
    marked.parent = run.marked;
    if (const Token *tag = content.operand(operation, 0)) {
        marked.tag = content.name(*tag);
    }
    const Token *second = content.operand(operation, 1);
    if (second && second->kind == TokenKind::Name) {
        QPDFObjectHandle properties = resource(run, "/Properties", content.name(*second));
        if (properties.isDictionary()) {
            marked.hasText = properties.hasKey("/ActualText") || properties.hasKey("/Alt")
                             || properties.hasKey("/E");
            marked.mcid = static_cast<int>(numberOf(properties.getKey("/MCID"), -1));
            marked.hidden = marked.tag == "OC" && !m_sources.layers.isShown(properties);
        }
    }
    for (int i = 1; i + 1 < operation.tokens; ++i) {
        const QByteArray key = content.name(*content.operand(operation, i));
        marked.hasText = marked.hasText || key == "ActualText" || key == "Alt" || key == "E";
        if (key == "MCID") {
            marked.mcid = static_cast<int>(content.number(operation, i + 1, -1));
        }
    }
    m_page.marked.push_back(std::move(marked));
    if (begins) {
        run.marked = static_cast<int>(m_page.marked.size()) - 1;
    }
    return true;
}

bool PageReader::isHidden(const Run &run) const
{
    for (int i = run.marked; i >= 0; i = m_page.marked[static_cast<std::size_t>(i)].parent) {
        if (m_page.marked[static_cast<std::size_t>(i)].hidden) {
            return true;
        }
    }
    return m_hiddenUses.contains(run.use);
}

QPDFObjectHandle PageReader::resource(const Run &run, const char *category,
                                      const QByteArray &name) const
{
    QPDFObjectHandle resources = run.resources;
    QPDFObjectHandle entries =
        resources.isDictionary() ? resources.getKey(category) : QPDFObjectHandle::newNull();
    return entries.isDictionary() ? entries.getKey('/' + name.toStdString())
                                  : QPDFObjectHandle::newNull();
}

}   // namespace expunge::pdf
