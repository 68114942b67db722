// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings_labels.h"

#include "widgets/plain_text.h"

#include <QAccessible>
#include <QApplication>
#include <QEvent>

namespace ticker {

namespace {

// Each has a contrast above 4.5 to 1 with the windows of its kind.
constexpr QColor onLight{0xb0, 0x10, 0x10};
constexpr QColor onDark{0xff, 0x9a, 0x90};
constexpr int middleOfLightness = 128;

} // namespace

QLabel *makeExplanation(const QString &text, QWidget *parent)
{
    auto *label = plainLabel(text, parent);
    label->setWordWrap(true);
    label->setContentsMargins(0, 0, 0, 4);
    return label;
}

ProblemLabel::ProblemLabel(const QString &name, QWidget *parent) : QLabel(parent)
{
    setObjectName(name);
    setTextFormat(Qt::PlainText); // the system's words, not markup
    setWordWrap(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    applyColours();
    hide();
}

void ProblemLabel::showProblem(const QString &text, QWidget *field)
{
    field->setAccessibleDescription(plainLines(text));
    if (this->text() == plainLines(text))
        return;
    setText(plainLines(text));
    setVisible(!text.isEmpty());
    if (text.isEmpty())
        return;
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void ProblemLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_isColouring)
        applyColours();
}

void ProblemLabel::applyColours()
{
    m_isColouring = true;
    const bool isDark = QApplication::palette(this).color(QPalette::Window).lightness() < middleOfLightness;
    QPalette colours; // of all other roles those of the application, also once it has others
    colours.setColor(QPalette::WindowText, isDark ? onDark : onLight);
    setPalette(colours);
    m_isColouring = false;
}

} // namespace ticker

#include "moc_settings_labels.cpp"
