// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/rebuild.h"

#include "core/formats/pdf/pdfunits.h"
#include "core/formats/pdf/rebuildbytes.h"
#include "core/formats/pdf/rebuildcodes.h"
#include "core/formats/pdf/rebuildcontext.h"

#include <qpdf/QPDFLogger.hh>
#include <qpdf/QPDFWriter.hh>

namespace expunge::pdf {

using QPDFObject = QPDFObjectHandle;
using base::ErrorCode;
using base::failure;
using base::Result;

namespace {

constexpr std::array boxes{"/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox"};

bool isTagged(QPDF &file)
{
    return file.getRoot().getKey("/StructTreeRoot").isDictionary();
}

/// Fonts that lost a glyph, cut down to what is still shown, by their objects.
Result<std::map<QPDFObjGen, CutFont>> cutFonts(PdfFile &work, const RebuildPlan &plan,
                                               FontStore &fonts)
{
    std::map<QPDFObjGen, CutFont> cut;
    std::set<QPDFObjGen> lost = fontsThatName(work.qpdf(), plan.sweep);
    lost.insert(plan.lostFonts.begin(), plan.lostFonts.end());
    if (lost.empty()) {
        return cut;
    }
    const UsedCodes used = usedCodes(work, fonts, lost);
    for (const QPDFObjGen &id : used.order) {
        const auto font = fonts.font(work.qpdf().getObject(id));
        auto made = cutFont(work.qpdf(), *font, used.codes.at(id));
        if (!made) {
            return tl::unexpected(made.error());
        }
        cut.insert_or_assign(id, std::move(*made));
    }
    return cut;
}

/// Writes the pages of a new file.
class PageCopier
{
public:
    PageCopier(RebuildContext &context, AnnotationCopier &annotations)
        : m_context(context)
        , m_annotations(annotations)
    {
    }

    Result<> copy(int number, Rebuilt &rebuilt)
    {
        QPDFObject source = m_context.work.pages()[static_cast<size_t>(number)];
        QPDFObject page = m_context.pages[static_cast<size_t>(number)];
        page.replaceKey("/Type", QPDFObject::newName("/Page"));
        copyKeys(source, page);
        m_context.copier.takeLosses();
        const auto content =
            m_context.copier.content(pageContent(source), source.getKey("/Resources"));
        const bool whole = !m_context.copier.takeLosses() && !m_context.outcome(number).drawn;
        if (!whole && m_context.plan.draw) {
            rebuilt.drawn.push_back(number);
            return draw(number, page);
        }
        page.replaceKey("/Contents", m_context.copier.stream(content.bytes));
        page.replaceKey("/Resources", content.resources);
        m_annotations.copyPage(number);
        return {};
    }

private:
    void copyKeys(QPDFObject source, QPDFObject page)
    {
        for (const char *box : boxes) {
            QPDFObject rect =
                m_context.copier.value(source.getKey(box), {box, ValueKind::Rectangle});
            if (!rect.isNull()) {
                page.replaceKey(box, rect);
            }
        }
        if (!page.hasKey("/MediaBox")) {   // required; US Letter is what viewers take without it
            page.replaceKey("/MediaBox", QPDFObject::parse("[0 0 612 792]"));
        }
        for (const KeyRule &rule :
             {KeyRule{"/Rotate", ValueKind::Integer}, KeyRule{"/UserUnit", ValueKind::Number},
              KeyRule{"/Group", ValueKind::Dictionary, DictKind::Group}}) {
            QPDFObject copy = m_context.copier.value(source.getKey(rule.key), rule);
            if (!copy.isNull()) {
                page.replaceKey(rule.key, copy);
            }
        }
        if (isTagged(m_context.work.qpdf())) {
            page.replaceKey("/Tabs", QPDFObject::newName("/S"));
        }
    }

    /// The page as a picture of itself, as large as its visible part.
    Result<> draw(int number, QPDFObject page)
    {
        const auto picture = m_context.plan.draw(number);
        if (!picture) {
            return tl::unexpected(picture.error());
        }
        QPDFObject image = m_context.out.newStream(std::string());
        const QByteArray data = deflated(picture->rgb);
        image.replaceStreamData(std::string(data.constData(), static_cast<size_t>(data.size())),
                                QPDFObject::newName("/FlateDecode"), QPDFObject::newNull());
        QPDFObject dict = image.getDict();
        dict.replaceKey("/Type", QPDFObject::newName("/XObject"));
        dict.replaceKey("/Subtype", QPDFObject::newName("/Image"));
        dict.replaceKey("/ColorSpace", QPDFObject::newName("/DeviceRGB"));
        dict.replaceKey("/BitsPerComponent", QPDFObject::newInteger(8));
        dict.replaceKey("/Width", QPDFObject::newInteger(picture->width));
        dict.replaceKey("/Height", QPDFObject::newInteger(picture->height));
        // a page of its own size, upright: turning and cropping are in the picture
        const document::PageInfo size =
            pageInfo(m_context.work.pages()[static_cast<size_t>(number)]);
        const double width = size.width;
        const double height = size.height;
        for (const char *key :
             {"/CropBox", "/BleedBox", "/TrimBox", "/ArtBox", "/Rotate", "/UserUnit", "/Group"}) {
            page.removeKey(key);
        }
        QPDFObject box = QPDFObject::newArray();
        for (const double side : {0.0, 0.0, width, height}) {
            box.appendItem(QPDFObject::newReal(side, 3));
        }
        page.replaceKey("/MediaBox", box);
        const QByteArray content =
            "q " + writeNumber(width, 3) + " 0 0 " + writeNumber(height, 3) + " 0 0 cm /X1 Do Q\n";
        page.replaceKey("/Contents", m_context.out.newStream(content.toStdString()));
        QPDFObject objects = QPDFObject::newDictionary();
        objects.replaceKey("/X1", image);
        QPDFObject resources = QPDFObject::newDictionary();
        resources.replaceKey("/XObject", objects);
        page.replaceKey("/Resources", resources);
        return {};
    }

    RebuildContext &m_context;
    AnnotationCopier &m_annotations;
};

void linkPages(RebuildContext &context, QPDFObject catalog)
{
    QPDFObject tree = context.out.makeIndirectObject(QPDFObject::newDictionary());
    QPDFObject kids = QPDFObject::newArray();
    for (QPDFObject page : context.pages) {
        page.replaceKey("/Parent", tree);
        kids.appendItem(page);
    }
    tree.replaceKey("/Type", QPDFObject::newName("/Pages"));
    tree.replaceKey("/Kids", kids);
    tree.replaceKey("/Count", QPDFObject::newInteger(kids.getArrayNItems()));
    catalog.replaceKey("/Pages", tree);
}

QByteArray written(QPDF &file)
{
    QPDFWriter writer(file);
    writer.setOutputMemory();
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.setCompressStreams(true);
    writer.setDecodeLevel(qpdf_dl_none);   // what has a filter has the one that it needs
    writer.setDeterministicID(true);       // of the content alone: the file has no other
    writer.setMinimumPDFVersion("1.7");
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return QByteArray(reinterpret_cast<const char *>(buffer->getBuffer()),
                      static_cast<qsizetype>(buffer->getSize()));
}

Result<Rebuilt> rebuildAll(PdfFile &work, const RebuildPlan &plan, const base::JobContext &job)
{
    FontStore fonts;
    const auto cut = cutFonts(work, plan, fonts);
    if (!cut) {
        return tl::unexpected(cut.error());
    }
    const auto out = QPDF::create();
    out->emptyPDF();
    const LayerStates layers(work.qpdf());
    CopyRules rules{&*cut, &fonts, &plan.sweep, plan.hiddenLayersGo ? &layers : nullptr,
                    isTagged(work.qpdf())};
    ObjectCopier copier(*out, std::move(rules));
    RebuildContext context(work, *out, plan, copier);
    AnnotationCopier annotations(context);
    PageCopier pages(context, annotations);
    Rebuilt rebuilt;
    QPDFObject catalog = out->getRoot();
    linkPages(context, catalog);
    for (int i = 0; i < static_cast<int>(work.pages().size()); ++i) {
        if (job.cancelled()) {
            return failure(ErrorCode::Cancelled);
        }
        if (auto copied = pages.copy(i, rebuilt); !copied) {
            return tl::unexpected(copied.error());
        }
        job.report(i + 1, std::ssize(work.pages()));
    }
    if (QPDFObject form = annotations.form(); form.isDictionary()) {
        catalog.replaceKey("/AcroForm", form);
    }
    copyStructure(context, catalog);
    copyDocumentLevel(context, catalog);
    rebuilt.bytes = written(*out);
    return rebuilt;
}

}   // namespace

QByteArray writtenAsItIs(QPDF &file)
{
    QPDFWriter writer(file);
    writer.setOutputMemory();
    writer.setStaticID(true);
    writer.setPreserveEncryption(false);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return QByteArray(reinterpret_cast<const char *>(buffer->getBuffer()),
                      static_cast<qsizetype>(buffer->getSize()));
}

Result<Rebuilt> rebuild(PdfFile &work, const RebuildPlan &plan, const base::JobContext &job)
{
    try {
        return rebuildAll(work, plan, job);
    } catch (const std::bad_alloc &) {
        return failure(ErrorCode::ExpansionLimit, {}, QStringLiteral("memory"));
    } catch (const std::exception &) {
        return failure(ErrorCode::Internal, {}, QStringLiteral("rebuilding"));
    }
}

}   // namespace expunge::pdf
