// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/elided_label.h"

#include "widgets/plain_text.h"

#include <algorithm>

namespace ticker {

namespace {

/// So much of a name can still be told from another.
constexpr int fewestCharacters = 12;

} // namespace

ElidedLabel::ElidedLabel(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText); // it comes from outside
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setWhole(const QString &text)
{
    m_whole = plainText(text);
    setAccessibleName(plainText(m_whole));
    updateGeometry();
    elide();
}

QSize ElidedLabel::sizeHint() const
{
    return {widthOf(m_whole), QLabel::sizeHint().height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    const int few = fontMetrics().averageCharWidth() * fewestCharacters;
    return {std::min(few, widthOf(m_whole)), QLabel::minimumSizeHint().height()};
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    elide();
}

int ElidedLabel::widthOf(const QString &text) const
{
    return fontMetrics().horizontalAdvance(text) + 1; // or it would be elided for what was rounded off
}

void ElidedLabel::elide()
{
    setText(plainText(fontMetrics().elidedText(m_whole, Qt::ElideMiddle, width())));
}

} // namespace ticker

#include "moc_elided_label.cpp"
