// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/pdfwalks.h"
#include "core/formats/pdf/rebuildcontext.h"

#include <QRegularExpression>

namespace expunge::pdf {

using QPDFObject = QPDFObjectHandle;
using document::HiddenKind;

namespace {

constexpr int deepest = 32;   // of fields in fields

/// How a field's text is set, with one of the two fonts that every form here has: nothing of the
/// old fonts is needed for typing (12.7.3.3).
std::string lookOf(const QString &appearance)
{
    static const QRegularExpression font(QStringLiteral("/(\\S+)\\s+(-?[0-9.]+)\\s+Tf"));
    static const QRegularExpression colour(
        QStringLiteral("(?:-?[0-9.]+\\s+){1,4}(?:g|rg|k)(?=\\s|$)"));
    const auto named = font.match(appearance);
    const bool signs =
        named.captured(1).contains(QStringLiteral("ZaDb"), Qt::CaseInsensitive)
        || named.captured(1).contains(QStringLiteral("Dingbat"), Qt::CaseInsensitive);
    const double size = named.captured(2).toDouble();
    QString look = signs ? QStringLiteral("/ZaDb ") : QStringLiteral("/Helv ");
    look += QString::number(size > 0 && size < 200 ? size : 0) + QStringLiteral(" Tf");
    const auto painted = colour.match(appearance);
    look += painted.hasMatch() ? QString(u' ' + painted.captured(0).simplified())
                               : QStringLiteral(" 0 g");
    return look.toStdString();
}

QPDFObject standardFont(const char *name, bool latin)
{
    QPDFObject font = QPDFObject::parse("<< /Type /Font /Subtype /Type1 >>");
    font.replaceKey("/BaseFont", QPDFObject::newName(name));
    if (latin) {
        font.replaceKey("/Encoding", QPDFObject::newName("/WinAnsiEncoding"));
    }
    return font;
}

/// A widget that only shows a field which is another object (12.5.6.19).
bool isPureWidget(QPDFObject widget)
{
    return !widget.hasKey("/T") && widget.getKey("/Parent").isDictionary();
}

}   // namespace

QPDFObject AnnotationCopier::widget(Site site)
{
    QPDFObject source = site.source;
    QPDFObject kind = inheritedValue(source, "/FT");
    if (!kind.isName()) {
        return plain(site);
    }
    if (kind.isNameAndEquals("/Sig")) {   // what it shows stays, as a stamp
        QPDFObject stamp = m_context.copier.dictionary(source, DictKind::Annotation);
        stamp.replaceKey("/Subtype", QPDFObject::newName("/Stamp"));
        return appearance(source, stamp, nullptr) ? stamp : QPDFObject::newNull();
    }
    const bool pure = isPureWidget(source);
    QPDFObject target;
    QPDFObjGen group;
    if (pure) {
        QPDFObject parent = source.getKey("/Parent");
        QPDFObject owner = field(parent, 0);
        target = m_context.out.makeIndirectObject(QPDFObject::newDictionary());
        target.replaceKey("/Parent", owner);
        owner.getKey("/Kids").appendItem(target);
        group = parent.getObjGen();
    } else {
        target = field(source, 0);
        target.removeKey("/Kids");   // it is its own only widget
        group = source.getObjGen();
    }
    QPDFObject look = m_context.copier.dictionary(source, DictKind::Annotation);
    for (const std::string &key : look.getKeys()) {
        target.replaceKey(key, look.getKey(key));
    }
    target.replaceKey("/Type", QPDFObject::newName("/Annot"));
    target.replaceKey("/Subtype", QPDFObject::newName("/Widget"));
    if (QPDFObject frame = m_context.copier.dictionary(source.getKey("/MK"), DictKind::WidgetLook);
        frame.isDictionary()) {
        target.replaceKey("/MK", frame);
    }
    appearance(source, target, kind.isNameAndEquals("/Btn") ? &group : nullptr);
    return target;
}

QPDFObject AnnotationCopier::field(QPDFObject source, int depth)
{
    const auto known = m_copies.find(source.getObjGen());
    if (source.isIndirect() && known != m_copies.end()) {
        return known->second;
    }
    QPDFObject copy = m_context.out.makeIndirectObject(QPDFObject::newDictionary());
    if (source.isIndirect()) {
        m_copies[source.getObjGen()] = copy;
    }
    copy.replaceKey("/Kids", QPDFObject::newArray());
    fillField(source, copy);
    QPDFObject parent = source.getKey("/Parent");
    if (parent.isDictionary() && depth < deepest) {
        QPDFObject above = field(parent, depth + 1);
        copy.replaceKey("/Parent", above);
        if (above.getKey("/Kids").isArray()) {
            above.getKey("/Kids").appendItem(copy);
        }
    } else {
        m_fields.appendItem(copy);
    }
    return copy;
}

void AnnotationCopier::fillField(QPDFObject source, QPDFObject target)
{
    QPDFObject kind = source.getKey("/FT");
    for (const char *name : {"/Tx", "/Btn", "/Ch"}) {
        if (kind.isNameAndEquals(name)) {
            target.replaceKey("/FT", QPDFObject::newName(name));
        }
    }
    for (const char *key : {"/Ff", "/Q", "/MaxLen"}) {
        if (source.getKey(key).isInteger()) {
            target.replaceKey(key, QPDFObject::newInteger(source.getKey(key).getIntValue()));
        }
    }
    QPDFObject look = inheritedValue(source, "/DA");
    QPDFObject form = m_context.work.qpdf().getRoot().getKey("/AcroForm");
    if (!look.isString() && form.isDictionary()) {
        look = form.getKey("/DA");
    }
    target.replaceKey("/DA", QPDFObject::newString(lookOf(textOf(look))));
    const bool keeps = m_context.keeps(HiddenKind::FormFieldData);
    QPDFObject name = keeps ? m_context.text(source.getKey("/T"), objectSite(source, "/T"))
                            : QPDFObject::newNull();
    ++m_fieldCount;
    target.replaceKey("/T", name.isString()
                                ? name
                                : QPDFObject::newString("field" + std::to_string(m_fieldCount)));
    if (keeps) {
        QPDFObject words = m_context.text(source.getKey("/TU"), objectSite(source, "/TU"));
        if (words.isString()) {
            target.replaceKey("/TU", words);
        }
    }
    fillValue(source, target);
}

/// The value (12.7.3.1): texts as the plan has them, states of buttons under neutral names.
void AnnotationCopier::fillValue(QPDFObject source, QPDFObject target)
{
    QPDFObject value = source.getKey("/V");
    QPDFObject kind = inheritedValue(source, "/FT");
    QPDFObject flags = inheritedValue(source, "/Ff");
    constexpr long long password = 1 << 13;
    if (flags.isInteger() && (flags.getIntValue() & password) != 0) {
        return;
    }
    if (kind.isNameAndEquals("/Btn")) {
        if (value.isName()) {
            target.replaceKey("/V",
                              QPDFObject::newName(stateName(source.getObjGen(), value.getName())));
        }
        return;
    }
    const QByteArray site = objectSite(source, "/V");
    if (value.isString() && !site.isEmpty()) {
        target.replaceKey("/V", m_context.text(value, site));
    }
    // a list of choices is only there to be chosen from; what is chosen is among them
    if (kind.isNameAndEquals("/Ch") && target.hasKey("/V")) {
        QPDFObject options = QPDFObject::newArray();
        options.appendItem(target.getKey("/V"));
        target.replaceKey("/Opt", options);
    }
}

std::string AnnotationCopier::stateName(const QPDFObjGen &group, const std::string &name)
{
    if (name == "/Off") {
        return name;
    }
    std::string &neutral = m_states[{group, name}];
    if (neutral.empty()) {
        const auto count = std::count_if(m_states.begin(), m_states.end(), [&](const auto &entry) {
            return entry.first.first == group;
        });
        neutral = "/On" + std::to_string(count);
    }
    return neutral;
}

QPDFObject AnnotationCopier::form() const
{
    QPDFObject fields = m_fields;
    if (fields.getArrayNItems() == 0) {
        return QPDFObject::newNull();
    }
    QPDFObject fonts = QPDFObject::newDictionary();
    fonts.replaceKey("/Helv", m_context.out.makeIndirectObject(standardFont("/Helvetica", true)));
    fonts.replaceKey("/ZaDb",
                     m_context.out.makeIndirectObject(standardFont("/ZapfDingbats", false)));
    QPDFObject resources = QPDFObject::newDictionary();
    resources.replaceKey("/Font", fonts);
    QPDFObject copy = QPDFObject::newDictionary();
    copy.replaceKey("/Fields", fields);
    copy.replaceKey("/DR", resources);
    copy.replaceKey("/DA", QPDFObject::newString("/Helv 0 Tf 0 g"));
    QPDFObject source = m_context.work.qpdf().getRoot().getKey("/AcroForm");
    QPDFObject asks =
        source.isDictionary() ? source.getKey("/NeedAppearances") : QPDFObject::newNull();
    if (asks.isBool() && asks.getBoolValue()) {
        copy.replaceKey("/NeedAppearances", QPDFObject::newBool(true));
    }
    return copy;
}

}   // namespace expunge::pdf
