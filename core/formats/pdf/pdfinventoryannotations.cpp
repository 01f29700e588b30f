// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/pdfinventory.h"
#include "core/formats/pdf/pdfwalks.h"

#include <QRegularExpression>

namespace expunge::pdf {

using namespace Qt::StringLiterals;
using QPDFObject = QPDFObjectHandle;
using document::HiddenKind;
using document::Place;
using document::PlaceKind;

namespace {

/// What an annotation is, apart from what it shows (12.5.6).
HiddenKind kindOfAnnotation(const std::string &subtype)
{
    static const std::set<std::string> films{"/Sound", "/Movie", "/Screen", "/RichMedia", "/3D"};
    if (films.contains(subtype)) {
        return HiddenKind::Media;
    }
    return subtype == "/FileAttachment" ? HiddenKind::EmbeddedFiles : HiddenKind::Comments;
}

/// Goes through annotations and the fields that they belong to.
class AnnotationInventory
{
public:
    AnnotationInventory(PdfFile &file, PdfInventory &inventory)
        : m_file(file)
        , m_inventory(inventory)
    {
    }

    void run()
    {
        int page = 0;
        for (QPDFObject object : m_file.pages()) {
            ++page;
            QPDFObject annotations = object.getKey("/Annots");
            for (int i = 0; annotations.isArray() && i < annotations.getArrayNItems(); ++i) {
                QPDFObject annotation = annotations.getArrayItem(i);
                if (annotation.isDictionary()) {
                    take(annotation, page, i);
                }
            }
        }
        takeForm();
    }

private:
    Place place(int page, int number, const QString &what) const
    {
        return {{PlaceKind::Page, page, {}},
                {PlaceKind::Annotation, number + 1, {}},
                {PlaceKind::Other, 0, what}};
    }

    void take(QPDFObject annotation, int page, int number)
    {
        QPDFObject subtype = annotation.getKey("/Subtype");
        const std::string kind = subtype.isName() ? subtype.getName() : "";
        takeActions(annotation, page, number);
        if (kind == "/Widget") {
            takeField(annotation, isShown(annotation), 0);
            return;
        }
        const HiddenKind hidden = kind == "/Link" ? HiddenKind::AltText : kindOfAnnotation(kind);
        const bool unseen = kind != "/Link"
                            && (hidden != HiddenKind::Comments || kind == "/Text"
                                || kind == "/Popup" || !isShown(annotation));
        m_inventory.add(hidden, unseen ? 1 : 0);
        for (const auto &[key, what] :
             {std::pair{"/Contents", u"text"_s}, std::pair{"/T", u"author"_s},
              std::pair{"/Subj", u"subject"_s}, std::pair{"/NM", u"identifier"_s}}) {
            const bool stays =
                QByteArrayView(key) != QByteArrayView("/NM") && kind != "/Popup" && kind != "/Link";
            m_inventory.addText(
                {pagePart(page), place(page, number, what), textOf(annotation.getKey(key)),
                 stays ? annotationSite(page - 1, number, key) : QByteArray(), hidden},
                !unseen);
        }
        takeRichText(annotation.getKey("/RC"), pagePart(page), place(page, number, u"rich text"_s),
                     hidden);
    }

    void takeRichText(QPDFObject source, const QString &part, const Place &where, HiddenKind kind)
    {
        static const QRegularExpression tags(u"<[^>]*>"_s);
        const QString rich = source.isStream()
                                 ? QString::fromUtf8(readStream(source).value_or(QByteArray()))
                                 : textOf(source);
        m_inventory.addText({part, where, QString(rich).remove(tags), {}, kind});
    }

    /// Where a link leads is read by people; scripts and files on disks are not.
    void takeActions(QPDFObject annotation, int page, int number)
    {
        m_inventory.add(HiddenKind::ActiveContent, annotation.hasKey("/AA") ? 1 : 0);
        QPDFObject action = annotation.getKey("/A");
        if (!action.isDictionary()) {
            return;
        }
        QPDFObject kind = action.getKey("/S");
        const Place where{{PlaceKind::Page, page, {}}, {PlaceKind::Link, number + 1, {}}};
        if (kind.isNameAndEquals("/URI")) {
            const QString uri = textOf(action.getKey("/URI"));
            const bool stays = leadsToWeb(uri) && isShown(annotation)
                               && annotation.getKey("/Subtype").isNameAndEquals("/Link");
            m_inventory.addText({pagePart(page), where, uri,
                                 stays ? annotationSite(page - 1, number, "/URI") : QByteArray(),
                                 stays ? std::nullopt : std::optional(HiddenKind::LinkedFiles)});
        } else if (kind.isNameAndEquals("/JavaScript") || kind.isNameAndEquals("/Rendition")
                   || kind.isNameAndEquals("/SubmitForm") || kind.isNameAndEquals("/ImportData")
                   || kind.isNameAndEquals("/ResetForm") || kind.isNameAndEquals("/Hide")
                   || kind.isNameAndEquals("/SetOCGState")) {
            m_inventory.add(HiddenKind::ActiveContent, 1);
            QPDFObject code = action.getKey("/JS");
            m_inventory.addText({pagePart(page),
                                 place(page, number, u"script"_s),
                                 textOf(code),
                                 {},
                                 HiddenKind::ActiveContent},
                                false);
        } else if (!kind.isNameAndEquals("/GoTo") && !kind.isNameAndEquals("/Named")) {
            m_inventory.add(HiddenKind::LinkedFiles, 1);
            QPDFObject file = action.getKey("/F");
            m_inventory.addText({pagePart(page),
                                 where,
                                 file.isDictionary() ? textOf(file.getKey("/F")) : textOf(file),
                                 {},
                                 HiddenKind::LinkedFiles},
                                false);
        }
    }

    /// A field and those above it (12.7.3), each once.
    void takeField(QPDFObject field, bool shown, int depth)
    {
        if (depth > 32 || (field.isIndirect() && !m_fields.insert(field.getObjGen()).second)) {
            return;
        }
        ++m_count;
        takeValue(field, shown);
        static const QRegularExpression neutral(u"\\Afield[0-9]+\\z"_s);
        for (const auto &[key, what, stays] : {std::tuple{"/T", u"name"_s, true},
                                               {"/TU", u"description"_s, true},
                                               {"/TM", u"export name"_s, false},
                                               {"/DV", u"default"_s, false}}) {
            const QString value = textOf(field.getKey(key));
            if (QByteArrayView(key) != QByteArrayView("/T") || !neutral.match(value).hasMatch()) {
                fieldText(what, value, stays ? objectSite(field, key) : QByteArray());
            }
        }
        takeRichText(field.getKey("/RV"), u"form"_s, fieldPlace(u"rich text"_s),
                     HiddenKind::FormFieldData);
        takeOptions(field);
        QPDFObject look = field.getKey("/MK");
        for (const char *key : {"/CA", "/RC", "/AC"}) {
            fieldText(u"caption"_s, look.isDictionary() ? textOf(look.getKey(key)) : QString(), {});
        }
        m_inventory.add(HiddenKind::ActiveContent, field.hasKey("/AA") ? 1 : 0);
        QPDFObject parent = field.getKey("/Parent");
        if (parent.isDictionary()) {
            takeField(parent, shown, depth + 1);
        }
    }

    void takeValue(QPDFObject field, bool shown)
    {
        QPDFObject value = field.getKey("/V");
        QPDFObject kind = inheritedValue(field, "/FT");
        if (kind.isNameAndEquals("/Sig") && value.isDictionary()) {
            m_inventory.add(HiddenKind::Signatures, 1);
            for (const char *key : {"/Name", "/Reason", "/Location", "/ContactInfo"}) {
                m_inventory.addText({u"signatures"_s,
                                     {{PlaceKind::Other, 0, u"signature"_s}},
                                     textOf(value.getKey(key)),
                                     {},
                                     HiddenKind::Signatures},
                                    false);
            }
            return;
        }
        if (!value.isString()) {
            return;
        }
        QPDFObject flags = inheritedValue(field, "/Ff");
        constexpr long long password = 1 << 13;
        const bool secret = flags.isInteger() && (flags.getIntValue() & password) != 0;
        const bool stays = shown && !secret && field.isIndirect();
        m_inventory.addText({u"form"_s, fieldPlace(u"value"_s), textOf(value),
                             stays ? objectSite(field, "/V") : QByteArray(),
                             stays ? std::nullopt : std::optional(HiddenKind::FormFieldData)});
    }

    /// A list of choices that holds more than what is chosen.
    void takeOptions(QPDFObject field)
    {
        const QString chosen = textOf(inheritedValue(field, "/V"));
        QPDFObject options = field.getKey("/Opt");
        for (QPDFObject option :
             options.isArray() ? options.getArrayAsVector() : std::vector<QPDFObject>()) {
            for (const QPDFObject &word :
                 option.isArray() ? option.getArrayAsVector() : std::vector<QPDFObject>{option}) {
                if (const QString text = textOf(word); text != chosen) {
                    fieldText(u"choice"_s, text, {});
                }
            }
        }
    }

    Place fieldPlace(const QString &what) const
    {
        return {{PlaceKind::FormField, m_count, {}}, {PlaceKind::Other, 0, what}};
    }

    void fieldText(const QString &what, const QString &text, const QByteArray &site)
    {
        m_inventory.addText({u"form"_s, fieldPlace(what), text, site, HiddenKind::FormFieldData});
    }

    /// Fields without a widget on any page, and forms in another language (12.7.8).
    void takeForm()
    {
        QPDFObject form = m_file.qpdf().getRoot().getKey("/AcroForm");
        if (!form.isDictionary()) {
            return;
        }
        takeFields(form.getKey("/Fields"), 0);
        QPDFObject xfa = form.getKey("/XFA");
        m_inventory.add(HiddenKind::CustomXml, xfa.isNull() ? 0 : 1);
        for (QPDFObject packet :
             xfa.isArray() ? xfa.getArrayAsVector() : std::vector<QPDFObject>{xfa}) {
            if (packet.isStream()) {
                static const QRegularExpression tags(u"<[^>]*>"_s);
                const QString xml = QString::fromUtf8(readStream(packet).value_or(QByteArray()));
                m_inventory.addText({u"form"_s,
                                     {{PlaceKind::Other, 0, u"form data"_s}},
                                     QString(xml).replace(tags, u" "_s).simplified(),
                                     {},
                                     HiddenKind::CustomXml},
                                    false);
            }
        }
    }

    void takeFields(QPDFObject fields, int depth)
    {
        for (QPDFObject field : fields.isArray() && depth < 32 ? fields.getArrayAsVector()
                                                               : std::vector<QPDFObject>()) {
            if (!field.isDictionary()) {
                continue;
            }
            const bool known = field.isIndirect() && m_fields.contains(field.getObjGen());
            takeField(field, false, 0);
            if (!known || depth == 0) {
                takeFields(field.getKey("/Kids"), depth + 1);
            }
        }
    }

    PdfFile &m_file;
    PdfInventory &m_inventory;
    std::set<QPDFObjGen> m_fields;
    int m_count = 0;
};

}   // namespace

void takeAnnotations(PdfFile &file, PdfInventory &inventory)
{
    AnnotationInventory(file, inventory).run();
}

}   // namespace expunge::pdf
