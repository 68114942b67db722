// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace ticker {

/// Qt's own style, with an outline around check boxes and radio buttons that stands out (WCAG 1.4.11): its own has a contrast
/// of less than 2:1 in dark and light palettes. Main thread; owned by the application.
class CheckBoxStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    CheckBoxStyle() : QProxyStyle(QStringLiteral("fusion")) { }

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
};

} // namespace ticker
