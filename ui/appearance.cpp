// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/appearance.h"

#include "ui/iconset.h"

#include <QApplication>
#include <QStyle>
#include <QStyleFactory>

namespace expunge::ui {

namespace {

/// The colours of one palette; contrast of text to ground is 7:1 or better in both.
struct Tones
{
    QRgb window, base, alternate, button, text, dim, border, accent, accentText, link;
};

constexpr Tones light{0xfff3f4f6, 0xffffffff, 0xfff8f9fa, 0xffffffff, 0xff1c2128,
                      0xff59636e, 0xffd0d7de, 0xff1f5fbf, 0xffffffff, 0xff1f5fbf};
constexpr Tones dark{0xff1e2126, 0xff16191d, 0xff1b1f24, 0xff2b3037, 0xffe6e9ee,
                     0xff9aa4b0, 0xff3b424b, 0xff5b9bf0, 0xff0b1320, 0xff7fb2f5};

QPalette makePalette(const Tones &tones)
{
    QPalette palette(QColor(tones.button), QColor(tones.window));
    const auto set = [&palette](QPalette::ColorRole role, QRgb colour) {
        palette.setColor(role, QColor(colour));
    };
    set(QPalette::Window, tones.window);
    set(QPalette::WindowText, tones.text);
    set(QPalette::Base, tones.base);
    set(QPalette::AlternateBase, tones.alternate);
    set(QPalette::Text, tones.text);
    set(QPalette::Button, tones.button);
    set(QPalette::ButtonText, tones.text);
    set(QPalette::ToolTipBase, tones.base);
    set(QPalette::ToolTipText, tones.text);
    set(QPalette::PlaceholderText, tones.dim);
    set(QPalette::BrightText, tones.text);
    set(QPalette::Link, tones.link);
    set(QPalette::LinkVisited, tones.link);
    set(QPalette::Highlight, tones.accent);
    set(QPalette::HighlightedText, tones.accentText);
    set(QPalette::Mid, tones.border);
    set(QPalette::Midlight, tones.alternate);
    set(QPalette::Dark, tones.border);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        QColor colour(tones.dim);
        colour.setAlphaF(0.7F);
        palette.setColor(QPalette::Disabled, role, colour);
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(tones.border));
    return palette;
}

}   // namespace

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::WindowText).lightness()
           > palette.color(QPalette::Window).lightness();
}

QPalette paletteFor(Theme theme)
{
    switch (theme) {
    case Theme::System:
        return isDark(QApplication::style()->standardPalette()) ? makePalette(dark)
                                                                : makePalette(light);
    case Theme::Light:
        return makePalette(light);
    case Theme::Dark:
        return makePalette(dark);
    }
    return {};
}

void applyAppearance(QApplication &application, Theme theme)
{
    // The desktop's palette is asked before our style replaces it.
    const bool desktopDark = isDark(QApplication::palette());
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    if (theme == Theme::System) {
        theme = desktopDark ? Theme::Dark : Theme::Light;
    }
    QApplication::setPalette(paletteFor(theme));
    application.setStyleSheet({});
    QApplication::setWindowIcon(applicationIcon());
}

}   // namespace expunge::ui
