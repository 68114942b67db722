// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_colours.h"

#include "chart/chart_choice.h"

#include <QPalette>

namespace ticker::chartColours {

namespace {

struct Line final
{
    QRgb onLight;
    QRgb onDark;
    Qt::PenStyle style;
    double width;
};

constexpr double thin = 1;
constexpr double thick = 2;

/// After Okabe and Ito, whose colours people with any kind of colour blindness can tell apart, darker or brighter to be seen
/// on their ground. The lines differ, too.
constexpr std::array<Line, std::size_t(ChartChoice::most)> lines{{
    {0xff0072b2, 0xff56b4e9, Qt::SolidLine, thin},
    {0xffc24e00, 0xffff9350, Qt::DashLine, thin},
    {0xff007a59, 0xff2fc79a, Qt::DotLine, thick},
    {0xff9b3f86, 0xffe39ac8, Qt::DashDotLine, thin},
    {0xff7d5f00, 0xfff0c23c, Qt::SolidLine, thick},
    {0xff303030, 0xfff2f2f2, Qt::DashDotDotLine, thin},
    {0xff5353cf, 0xffadadff, Qt::DashLine, thick},
    {0xff707070, 0xffa8a8a8, Qt::DotLine, thin},
}};

struct Direction final
{
    QRgb text;
    QRgb flash;
};

constexpr Direction upOnLight{0xff00664a, 0xffc9ecdf};
constexpr Direction downOnLight{0xffa63a00, 0xffffdcc7};
constexpr Direction upOnDark{0xff5fdcb0, 0xff0d4a38};
constexpr Direction downOnDark{0xffffa46b, 0xff5e2600};

const Direction &directionOf(int direction, const QPalette &palette)
{
    if (isDark(palette))
        return direction > 0 ? upOnDark : downOnDark;
    return direction > 0 ? upOnLight : downOnLight;
}

} // namespace

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Text).lightness() > palette.color(QPalette::Base).lightness();
}

QPen line(int place, const QPalette &palette)
{
    const Line &line = lines.at(std::size_t(place));
    return {QColor::fromRgb(isDark(palette) ? line.onDark : line.onLight), line.width, line.style};
}

QColor text(int direction, const QPalette &palette)
{
    return direction == 0 ? palette.color(QPalette::Text) : QColor::fromRgb(directionOf(direction, palette).text);
}

QColor flash(int direction, const QPalette &palette)
{
    return QColor::fromRgb(directionOf(direction, palette).flash);
}

} // namespace ticker::chartColours
