// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings_dialog/settings_dialog.h"
#include "ticker_test.h"
#include "whole_program.h"
#include "window/main_window.h"

#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QWheelEvent>
#include <QtTest/qtestspontaneevent.h>

using namespace ticker;

namespace {

constexpr int notch = 120;

/// What a field holds, as a person reads it; nothing: it is no field.
std::optional<QString> valueOf(const QWidget *widget)
{
    if (const auto *box = qobject_cast<const QAbstractSpinBox *>(widget))
        return box->text();
    if (const auto *chooser = qobject_cast<const QComboBox *>(widget))
        return chooser->currentText();
    const auto *slider = qobject_cast<const QAbstractSlider *>(widget);
    if (slider && !qobject_cast<const QScrollBar *>(widget))
        return QString::number(slider->value());
    return std::nullopt;
}

QList<QWidget *> fieldsOf(const QWidget *window)
{
    QList<QWidget *> fields = window->findChildren<QWidget *>();
    fields.removeIf([](const QWidget *widget) { return !valueOf(widget); });
    return fields;
}

void turnWheel(QWidget *widget, int by)
{
    const QPointF middle = widget->rect().center();
    QWheelEvent event(middle, widget->mapToGlobal(middle), {}, {0, by}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                      false);
    QSpontaneKeyEvent::setSpontaneous(&event); // as from the system: only then those around the widget get it, too
    qApp->notify(widget, &event);
}

/// The value after the wheel was turned up, and down.
QStringList turned(QWidget *field)
{
    QStringList values;
    for (const int by : {notch, -notch}) {
        turnWheel(field, by);
        values.append(valueOf(field).value_or(QString()));
    }
    return values;
}

} // namespace

/// The mouse wheel over every field of every window of the program.
class WheelTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noFieldHeedsItUnasked();
    void aFieldWithTheFocusHeedsIt();
    void theSettingsScroll();
};

void WheelTest::noFieldHeedsItUnasked()
{
    test::WholeProgram program;
    program.application.start();
    QDialog later; // made by whoever does not know of all this
    QSpinBox box(&later);
    box.setValue(5);
    int fields = 0;
    const auto windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (fieldsOf(window).isEmpty())
            continue;
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window));
        for (QWidget *field : fieldsOf(window)) {
            ++fields;
            field->ensurePolished();
            QVERIFY2(field->focusPolicy() != Qt::WheelFocus, qPrintable(field->objectName()));
            field->setEnabled(true);
            field->clearFocus();
            const QString before = valueOf(field).value_or(QString());
            QVERIFY2(turned(field) == QStringList({before, before}), qPrintable(field->objectName()));
        }
    }
    QVERIFY2(fields > 15, qPrintable(QString::number(fields)));
}

void WheelTest::aFieldWithTheFocusHeedsIt()
{
    test::WholeProgram program;
    program.application.start();
    auto *window = test::findWindow<MainWindow>();
    QVERIFY(QTest::qWaitForWindowActive(window));
    auto *field = window->findChild<QWidget *>(QStringLiteral("burstValue"));
    QTRY_VERIFY(field->isEnabled());
    field->setFocus();
    const QString before = valueOf(field).value_or(QString());
    const QStringList after = turned(field);
    QVERIFY(after.first() != before);
    QCOMPARE(after.last(), before);
}

/// Wherever the mouse is, and whatever has the focus.
void WheelTest::theSettingsScroll()
{
    test::WholeProgram program;
    program.application.start();
    auto *settings = test::findWindow<SettingsDialog>();
    settings->show();
    QVERIFY(QTest::qWaitForWindowActive(settings));
    QScrollBar *bar = settings->findChild<QScrollArea *>(QStringLiteral("settingsScroller"))->verticalScrollBar();
    for (QWidget *field : fieldsOf(settings)) {
        field->setFocus();
        bar->setValue(bar->maximum() / 2);
        const int place = bar->value();
        QVERIFY2(place > 0, qPrintable(QStringLiteral("%1 of %2").arg(settings->height()).arg(bar->maximum())));
        const QString before = valueOf(field).value_or(QString());
        turnWheel(field, -notch);
        QCOMPARE(valueOf(field).value_or(QString()), before);
        QVERIFY2(bar->value() > place,
                 qPrintable(QStringLiteral("%1 at %2, was %3 of %4")
                                .arg(field->objectName())
                                .arg(bar->value())
                                .arg(place)
                                .arg(bar->maximum())));
    }
}

TICKER_WIDGET_TEST(WheelTest)
#include "tst_wheel.moc"
