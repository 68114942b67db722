// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/check_box_style.h"

#include <QPainter>
#include <QStyleOption>

namespace ticker {

namespace {

/// How much of the text's colour is in the outline; what cannot be used may stand back.
constexpr double share = 0.65;
constexpr double disabledShare = 0.35;

QColor outline(const QStyleOption &option)
{
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    const QColor text = option.palette.color(QPalette::Active, QPalette::WindowText);
    const QColor window = option.palette.color(QPalette::Active, QPalette::Window);
    const double part = isEnabled ? share : disabledShare;
    const auto mix = [part](int from, int to) { return int(from + (to - from) * part); };
    return {mix(window.red(), text.red()), mix(window.green(), text.green()), mix(window.blue(), text.blue())};
}

} // namespace

void CheckBoxStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                  const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (element != PE_IndicatorCheckBox && element != PE_IndicatorRadioButton)
        return;
    constexpr double half = 0.5; // a line is drawn along the middle of its pixels
    const QRectF line = QRectF(option->rect).adjusted(half, half, -half, -half);
    painter->save();
    painter->setPen(outline(*option));
    painter->setBrush(Qt::NoBrush);
    painter->setRenderHint(QPainter::Antialiasing, element == PE_IndicatorRadioButton);
    if (element == PE_IndicatorRadioButton)
        painter->drawEllipse(line);
    else
        painter->drawRect(line);
    painter->restore();
}

} // namespace ticker

#include "moc_check_box_style.cpp"
