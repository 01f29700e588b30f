// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/pdfinventory.h"

#include "core/formats/pdf/pdfwalks.h"

#include <QRegularExpression>

namespace expunge::pdf {

using namespace Qt::StringLiterals;
using QPDFObject = QPDFObjectHandle;
using document::HiddenItem;
using document::HiddenKind;
using document::Place;
using document::PlaceKind;

namespace {

constexpr qsizetype previewLength = 120;

bool mayBeKept(HiddenKind kind)
{
    constexpr std::array kept{HiddenKind::Bookmarks,  HiddenKind::Comments,
                              HiddenKind::AltText,    HiddenKind::LayerNames,
                              HiddenKind::PageLabels, HiddenKind::FormFieldData};
    return isPageKind(kind) || std::find(kept.begin(), kept.end(), kind) != kept.end();
}

/// Goes through the parts of a file that belong to no page.
class DocumentInventory
{
public:
    DocumentInventory(PdfFile &file, PdfInventory &inventory)
        : m_file(file)
        , m_inventory(inventory)
        , m_root(file.qpdf().getRoot())
    {
    }

    void run()
    {
        takeProperties();
        takeNames();
        takeOutline();
        takeLabels();
        takeLayers();
        takeStructure();
        takeStores();
        takeTraces();
    }

private:
    void text(HiddenKind kind, const QString &part, const Place &place, const QString &text,
              const QByteArray &site = {}, bool counts = true)
    {
        m_inventory.addText({part, place, text, site, kind}, counts);
    }

    void takeProperties()
    {
        QPDFObject info = m_file.qpdf().getTrailer().getKey("/Info");
        for (const std::string &key :
             info.isDictionary() ? info.getKeys() : std::set<std::string>()) {
            const QString value = textOf(info.getKey(key));
            text(HiddenKind::Properties, u"document information"_s,
                 {{PlaceKind::Property, 0, QString::fromStdString(key).mid(1)}}, value);
        }
        QPDFObject metadata = m_root.getKey("/Metadata");
        if (metadata.isStream()) {
            static const QRegularExpression tags(u"<[^>]*>"_s);
            const QString xml = QString::fromUtf8(readStream(metadata).value_or(QByteArray()));
            text(HiddenKind::Properties, u"metadata"_s, {{PlaceKind::MetaData, 0, u"XMP"_s}},
                 QString(xml).replace(tags, u" "_s).simplified());
            m_inventory.add(HiddenKind::Properties, 1);
        }
    }

    void takeNames()
    {
        QPDFObject old = m_root.getKey("/Dests");
        int number = 0;
        const auto destination = [&](const QString &name) {
            text(HiddenKind::Bookmarks, u"names"_s,
                 {{PlaceKind::Bookmark, ++number, {}}, {PlaceKind::Other, 0, u"destination"_s}},
                 name);
        };
        for (const std::string &key :
             old.isDictionary() ? old.getKeys() : std::set<std::string>()) {
            destination(QString::fromStdString(key).mid(1));
        }
        QPDFObject names = m_root.getKey("/Names");
        for (const std::string &key :
             names.isDictionary() ? names.getKeys() : std::set<std::string>()) {
            forEachEntry(names.getKey(key), "/Names", [&](QPDFObject name, QPDFObject value) {
                if (key == "/Dests") {
                    destination(textOf(name));
                } else if (key == "/JavaScript") {
                    takeScript(textOf(name), value);
                } else if (key == "/EmbeddedFiles") {
                    takeFile(textOf(name), value);
                } else {
                    text(HiddenKind::PrivateData, u"names"_s, {{PlaceKind::Other, 0, u"name"_s}},
                         textOf(name));
                }
            });
        }
        takeAction(m_root.getKey("/OpenAction"));
        if (m_root.hasKey("/AA")) {
            m_inventory.add(HiddenKind::ActiveContent, 1);
        }
    }

    void takeScript(const QString &name, QPDFObject action)
    {
        text(HiddenKind::ActiveContent, u"scripts"_s, {{PlaceKind::Other, 0, u"script name"_s}},
             name, {}, false);
        takeAction(action);
    }

    void takeAction(QPDFObject action)
    {
        if (!action.isDictionary()) {
            m_inventory.add(HiddenKind::ViewSettings, action.isArray() ? 1 : 0);
            return;
        }
        QPDFObject code = action.getKey("/JS");
        if (code.isNull()) {
            m_inventory.add(HiddenKind::ViewSettings, 1);
            return;
        }
        const QString script = code.isStream()
                                   ? QString::fromUtf8(readStream(code).value_or(QByteArray()))
                                   : textOf(code);
        text(HiddenKind::ActiveContent, u"scripts"_s, {{PlaceKind::Other, 0, u"script"_s}}, script);
    }

    void takeFile(const QString &name, QPDFObject specification)
    {
        m_inventory.add(HiddenKind::EmbeddedFiles, 1, name);
        ++m_files;
        const auto word = [&](const QString &value, const QString &what) {
            text(HiddenKind::EmbeddedFiles, u"attachments"_s,
                 {{PlaceKind::Attachment, m_files, {}}, {PlaceKind::Other, 0, what}}, value, {},
                 false);
        };
        word(name, u"name"_s);
        for (const char *key : {"/F", "/UF", "/Desc"}) {
            if (specification.isDictionary()) {
                word(textOf(specification.getKey(key)), u"name"_s);
            }
        }
    }

    void takeOutline()
    {
        const std::vector<TreeNode> nodes = outlineNodes(m_file.qpdf());
        for (size_t i = 0; i < nodes.size(); ++i) {
            text(HiddenKind::Bookmarks, u"bookmarks"_s,
                 {{PlaceKind::Bookmark, static_cast<int>(i) + 1, {}},
                  {PlaceKind::Other, 0, u"title"_s}},
                 textOf(QPDFObject(nodes[i].object).getKey("/Title")), nodeSite("b", i, "/Title"));
        }
    }

    void takeLabels()
    {
        size_t node = 0;
        forEachEntry(m_root.getKey("/PageLabels"), "/Nums", [&](QPDFObject, QPDFObject label) {
            const size_t number = node++;
            text(HiddenKind::PageLabels, u"page labels"_s,
                 {{PlaceKind::Other, static_cast<int>(number) + 1, u"page label"_s}},
                 label.isDictionary() ? textOf(label.getKey("/P")) : QString(),
                 nodeSite("l", number, "/P"));
        });
    }

    void takeLayers()
    {
        static const QRegularExpression neutral(u"\\ALayer [0-9]+\\z"_s);
        QPDFObject properties = m_root.getKey("/OCProperties");
        QPDFObject groups =
            properties.isDictionary() ? properties.getKey("/OCGs") : QPDFObject::newNull();
        int number = 0;
        for (QPDFObject group :
             groups.isArray() ? groups.getArrayAsVector() : std::vector<QPDFObject>()) {
            const QString name = group.isDictionary() ? textOf(group.getKey("/Name")) : QString();
            ++number;
            if (!neutral.match(name).hasMatch()) {
                text(HiddenKind::LayerNames, u"layers"_s,
                     {{PlaceKind::Layer, number, {}}, {PlaceKind::Other, 0, u"name"_s}}, name,
                     objectSite(group, "/Name"));
            }
        }
    }

    void takeStructure()
    {
        const std::vector<TreeNode> nodes = structureNodes(m_file.qpdf());
        for (size_t i = 0; i < nodes.size(); ++i) {
            for (const auto &[key, what] :
                 {std::pair{"/Alt", u"alternative text"_s},
                  std::pair{"/ActualText", u"actual text"_s}, std::pair{"/E", u"expansion"_s},
                  std::pair{"/T", u"title"_s}}) {
                text(HiddenKind::AltText, u"tags"_s,
                     {{PlaceKind::Tag, static_cast<int>(i) + 1, {}}, {PlaceKind::Other, 0, what}},
                     textOf(QPDFObject(nodes[i].object).getKey(key)), nodeSite("s", i, key));
            }
        }
    }

    /// What programs keep for themselves, and everything that is no part of showing pages.
    void takeStores()
    {
        for (const char *key : {"/PieceInfo", "/SpiderInfo", "/Threads", "/Collection", "/Legal",
                                "/Requirements", "/Extensions", "/AF", "/DPartRoot"}) {
            m_inventory.add(HiddenKind::PrivateData, m_root.hasKey(key) ? 1 : 0);
        }
        for (const char *key : {"/Perms", "/DSS"}) {
            m_inventory.add(HiddenKind::Signatures, m_root.hasKey(key) ? 1 : 0);
        }
        QPDFObject base = m_root.getKey("/URI");
        if (base.isDictionary()) {
            text(HiddenKind::LinkedFiles, u"links"_s, {{PlaceKind::Link, 0, {}}},
                 textOf(base.getKey("/Base")));
        }
        for (QPDFObject object : m_file.pages()) {
            m_inventory.add(HiddenKind::Thumbnail, object.hasKey("/Thumb") ? 1 : 0);
            m_inventory.add(HiddenKind::ActiveContent, object.hasKey("/AA") ? 1 : 0);
            m_inventory.add(HiddenKind::PrivateData, object.hasKey("/PieceInfo") ? 1 : 0);
        }
    }

    void takeTraces()
    {
        const FileTraces &traces = m_file.traces();
        m_inventory.add(HiddenKind::OldVersions, traces.oldVersions);
        m_inventory.add(HiddenKind::ArchiveTraces, traces.before > 0 ? 1 : 0);
        m_inventory.add(HiddenKind::ArchiveTraces, traces.after > 0 ? 1 : 0);
    }

    PdfFile &m_file;
    PdfInventory &m_inventory;
    QPDFObject m_root;
    int m_files = 0;
};

}   // namespace

QString pagePart(int page)
{
    return u"page %1"_s.arg(page);
}

UnseenKind kindOf(Unseen unseen, bool isPicture)
{
    using document::HiddenDefault;
    if (unseen == Unseen::HiddenLayer) {
        return {HiddenKind::HiddenLayers, HiddenDefault::Remove};
    }
    const bool byLook = !isPicture && (unseen == Unseen::OffPage || unseen == Unseen::SameColour);
    return {unseen == Unseen::OffPage ? HiddenKind::OffPageContent : HiddenKind::InvisibleText,
            byLook ? HiddenDefault::Keep : HiddenDefault::Remove};
}

bool isPageKind(HiddenKind kind)
{
    return kind == HiddenKind::InvisibleText || kind == HiddenKind::HiddenLayers
           || kind == HiddenKind::OffPageContent;
}

void PdfInventory::add(HiddenKind kind, int count, const QString &preview)
{
    addItem({kind, document::HiddenDefault::Remove}, count, 0, preview);
}

void PdfInventory::addUnseen(const UnseenKind &kind, int count, int page, const QString &preview)
{
    addItem(kind, count, page, preview);
}

void PdfInventory::addItem(const UnseenKind &kind, int count, int page, const QString &preview)
{
    if (count <= 0) {
        return;
    }
    const auto [place, isNew] =
        m_items.try_emplace({static_cast<int>(kind.kind), page, static_cast<int>(kind.byDefault)});
    HiddenItem &item = place->second;
    item.kind = kind.kind;
    item.byDefault = kind.byDefault;
    item.count = isNew ? count : item.count + count;
    item.canKeep = mayBeKept(kind.kind);
    item.part = page > 0 ? pagePart(page) : QString();
    if (item.preview.isEmpty()) {
        item.preview = preview.simplified().left(previewLength);
    }
}

void PdfInventory::addText(LooseText text, bool counts)
{
    if (text.text.trimmed().isEmpty()) {
        return;
    }
    if (text.kind && counts) {
        add(*text.kind, 1, text.text);
    }
    m_texts.push_back(std::move(text));
}

std::vector<HiddenItem> PdfInventory::items() const
{
    std::vector<HiddenItem> list;
    for (const auto &[key, item] : m_items) {
        list.push_back(item);
        list.back().id = u"h%1"_s.arg(list.size());
    }
    return list;
}

QString PdfInventory::idOf(const std::vector<HiddenItem> &items, const UnseenKind &kind, int page)
{
    const QString part = page > 0 ? pagePart(page) : QString();
    const auto found = std::find_if(items.begin(), items.end(), [&](const HiddenItem &item) {
        return item.kind == kind.kind && item.byDefault == kind.byDefault && item.part == part;
    });
    return found == items.end() ? QString() : found->id;
}

void takeInventory(PdfFile &file, PdfInventory &inventory)
{
    DocumentInventory(file, inventory).run();
    takeAnnotations(file, inventory);
    takeObjects(file, inventory);
}

}   // namespace expunge::pdf
