// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/wheel_guard.h"

#include <QAbstractScrollArea>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QScrollBar>

namespace ticker {

namespace {

bool holdsValue(const QWidget &widget)
{
    return qobject_cast<const QAbstractSpinBox *>(&widget) || qobject_cast<const QComboBox *>(&widget)
        || (qobject_cast<const QAbstractSlider *>(&widget) && !qobject_cast<const QScrollBar *>(&widget));
}

bool isOnPageThatScrolls(const QWidget &widget)
{
    const QWidget *around = &widget;
    while (!around->isWindow()) {
        around = around->parentWidget();
        if (qobject_cast<const QAbstractScrollArea *>(around))
            return true;
    }
    return false;
}

} // namespace

WheelGuard::WheelGuard(QObject *parent) : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool WheelGuard::eventFilter(QObject *watched, QEvent *event)
{
    const bool isWheel = event->type() == QEvent::Wheel;
    if (!isWheel && event->type() != QEvent::Polish)
        return false;
    auto *widget = qobject_cast<QWidget *>(watched);
    if (!widget || !holdsValue(*widget))
        return false;
    if (!isWheel) { // before it is first shown
        if (widget->focusPolicy() == Qt::WheelFocus)
            widget->setFocusPolicy(Qt::StrongFocus);
        return false;
    }
    if (widget->hasFocus() && !isOnPageThatScrolls(*widget))
        return false;
    event->ignore(); // whatever it is on may scroll
    return true;
}

} // namespace ticker

#include "moc_wheel_guard.cpp"
