// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/theme.h"

#include "style/check_box_style.h"

#include <QApplication>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
#include <QStyleHints>
#endif

#include <optional>

namespace ticker {

namespace {

QPalette paletteOf(Theme theme)
{
    if (theme == Theme::Light) {
        QPalette light(QColor(0xef, 0xef, 0xef), QColor(0xef, 0xef, 0xef));
        light.setColor(QPalette::Highlight, QColor(0x1d, 0x4f, 0xc4));
        light.setColor(QPalette::HighlightedText, Qt::white);
        light.setColor(QPalette::Link, QColor(0x1d, 0x4f, 0xc4));
        return light;
    }
    QPalette dark(QColor(0x46, 0x4a, 0x50), QColor(0x38, 0x3b, 0x40)); // so light that empty boxes show on it
    dark.setColor(QPalette::Base, QColor(0x17, 0x18, 0x1a));
    dark.setColor(QPalette::AlternateBase, QColor(0x20, 0x22, 0x25));
    dark.setColor(QPalette::ToolTipBase, QColor(0x1f, 0x20, 0x23));
    dark.setColor(QPalette::Highlight, QColor(0x2a, 0x62, 0xc9));
    dark.setColor(QPalette::HighlightedText, Qt::white);
    dark.setColor(QPalette::Link, QColor(0x8a, 0xb4, 0xf8));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        dark.setColor(role, QColor(0xe8, 0xe8, 0xe8));
    dark.setColor(QPalette::PlaceholderText, QColor(0xa0, 0xa0, 0xa0));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        dark.setColor(QPalette::Disabled, role, QColor(0x90, 0x90, 0x90));
    return dark;
}

/// By a style that draws with the palette alone, since the desktop's own may have colours of its own.
void applyPalette(Theme theme)
{
    static const QString ownStyle = QApplication::style()->name(); // as it was at the first call
    const bool isQts = theme != Theme::System || ownStyle.compare(QLatin1String("fusion"), Qt::CaseInsensitive) == 0;
    QApplication::setStyle(isQts ? new CheckBoxStyle : QStyleFactory::create(ownStyle));
    QApplication::setPalette(theme == Theme::System ? QPalette() : paletteOf(theme));
}

} // namespace

void applyTheme(Theme theme)
{
    static std::optional<Theme> applied;
    if (applied == theme)
        return;
    applied = theme;
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    const auto scheme = [theme] {
        switch (theme) {
        case Theme::System:
            return Qt::ColorScheme::Unknown;
        case Theme::Light:
            return Qt::ColorScheme::Light;
        case Theme::Dark:
            return Qt::ColorScheme::Dark;
        }
        Q_UNREACHABLE();
        return Qt::ColorScheme::Unknown;
    }();
    QGuiApplication::styleHints()->setColorScheme(scheme);
    // Not every desktop's plug-in follows.
    const bool followed = theme == Theme::System || QGuiApplication::styleHints()->colorScheme() == scheme;
    applyPalette(followed ? Theme::System : theme);
#else
    applyPalette(theme);
#endif
}

} // namespace ticker
