// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/theme.h"
#include "ticker_test.h"

#include <QApplication>
#include <QCheckBox>
#include <QImage>
#include <QRadioButton>
#include <QStyle>
#include <QStyleOptionButton>

#include <algorithm>
#include <cmath>

using namespace ticker;

namespace {

/// WCAG 2.2, relative luminance.
double luminance(const QColor &colour)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

/// The strongest contrast to what is around it that is met on the way from an edge of the box to its middle.
double onTheWay(const QImage &image, QPoint from, QPoint step, int steps)
{
    const QColor around = image.pixelColor(1, 1);
    double best = 1;
    for (int i = 0; i < steps; ++i, from += step)
        best = std::max(best, contrast(image.pixelColor(from), around));
    return best;
}

} // namespace

/// WCAG 1.4.11: what one needs to recognise a control stands out by 3:1, measured at what is drawn.
class CheckBoxStyleTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outlinesStandOut_data();
    void outlinesStandOut();
    void cleanupTestCase() { applyTheme(Theme::System); }
};

void CheckBoxStyleTest::outlinesStandOut_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::addColumn<bool>("isRadio");
    for (const bool isRadio : {false, true}) {
        QTest::addRow("%s, system", isRadio ? "radio button" : "check box") << Theme::System << isRadio;
        QTest::addRow("%s, light", isRadio ? "radio button" : "check box") << Theme::Light << isRadio;
        QTest::addRow("%s, dark", isRadio ? "radio button" : "check box") << Theme::Dark << isRadio;
    }
}

void CheckBoxStyleTest::outlinesStandOut()
{
    QFETCH(Theme, theme);
    QFETCH(bool, isRadio);
    applyTheme(theme);
    QWidget window;
    QAbstractButton *button = isRadio ? static_cast<QAbstractButton *>(new QRadioButton(&window))
                                      : new QCheckBox(&window);
    constexpr QPoint place(10, 10);
    button->move(place);
    button->resize(40, 30);
    window.resize(80, 60);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QStyleOptionButton option;
    option.initFrom(button);
    const QStyle::SubElement element = isRadio ? QStyle::SE_RadioButtonIndicator : QStyle::SE_CheckBoxIndicator;
    const QRect box = window.style()->subElementRect(element, &option, button).translated(place);
    const QImage image = window.grab().toImage();
    constexpr double enough = 3;
    constexpr int edge = 3;
    const QPoint middle = box.center();
    const std::array<std::pair<QPoint, QPoint>, 4> ways{{{{box.left() - 1, middle.y()}, {1, 0}},
                                                         {{box.right() + 1, middle.y()}, {-1, 0}},
                                                         {{middle.x(), box.top() - 1}, {0, 1}},
                                                         {{middle.x(), box.bottom() + 1}, {0, -1}}}};
    for (const auto &[from, step] : ways) {
        const double best = onTheWay(image, from, step, edge);
        QVERIFY2(best >= enough, qPrintable(QString::number(best)));
    }
}

TICKER_WIDGET_TEST(CheckBoxStyleTest)
#include "tst_check_box_style.moc"
