// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QDrag>
#include <QFileInfo>
#include <QLabel>
#include <QMimeData>
#include <QUrl>

namespace {

using namespace Qt::StringLiterals;

/// A small window from which files can be dragged by a real mouse, as from a file manager.
class DragSource final : public QLabel
{
public:
    explicit DragSource(const QStringList &files)
        : QLabel(u"files"_s)
    {
        for (const QString &file : files) {
            m_urls.append(QUrl::fromLocalFile(QFileInfo(file).absoluteFilePath()));
        }
        setWindowTitle(u"drag source"_s);
        setWindowFlags(Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint);
        setAlignment(Qt::AlignCenter);
        resize(120, 60);
        move(4, 4);
    }

protected:
    void mousePressEvent(QMouseEvent *) override
    {
        auto *mime = new QMimeData;
        mime->setUrls(m_urls);
        auto *drag = new QDrag(this);
        drag->setMimeData(mime);
        drag->exec(Qt::CopyAction);
    }

private:
    QList<QUrl> m_urls;
};

}   // namespace

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    DragSource source(QApplication::arguments().mid(1));
    source.show();
    return QApplication::exec();
}
