// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chart_painting.h"
#include "market_values/price_point.h"

#include <QList>
#include <QString>

class QCPGraph;
class QCPItemRect;
class QCPItemStraightLine;
class QCPItemText;
class QCPLayer;
class QCustomPlot;
class QPoint;
class QWidget;

namespace ticker {

/// One instrument in the chart.
struct ChartLine final
{
    QString symbol;
    int decimals = 2;
    int place = 0; ///< Its colour and line, see chartColours::line().

    friend bool operator==(const ChartLine &, const ChartLine &) = default;
};

/// What is drawn: axes, lines, legend, crosshair. The only place that knows the plotting library. Main thread; a part of
/// PriceChart, whose child the widget is.
class ChartPlot final
{
    Q_DISABLE_COPY_MOVE(ChartPlot)

public:
    explicit ChartPlot(QWidget *parent);
    ~ChartPlot();

    /// Takes neither the mouse nor the keyboard.
    [[nodiscard]] QWidget *widget() const;
    /// The colours of the widget's palette.
    void restyle();
    void setLines(const QList<ChartLine> &lines);
    /// The points of the line at that index.
    void setPoints(qsizetype index, const QList<PricePoint> &points);
    /// In ms since 1970 UTC.
    void setTimes(qint64 fromMs, qint64 toMs);
    /// What is before that time is shaded, with that word in it; 0: nothing is.
    void markGenerated(qint64 toMs, const QString &word);
    /// Makes room for all prices from the lowest to the highest, with some to spare, so that the scale does not move with each.
    /// The unit stands behind each of its figures.
    void fitPrices(double low, double high, int decimals, const QString &unit);
    /// Only the lines, if nothing else has changed.
    void draw();

    /// The width of the part that has the lines, in pixels.
    [[nodiscard]] int columns() const;
    /// Where that is on the time axis: 0 at its left end, 1 at its right; beyond it, less or more.
    [[nodiscard]] double shareAt(int x) const;
    [[nodiscard]] bool isInside(const QPoint &position) const;
    /// With the next drawing, as is its end.
    void showCrosshair(const QPoint &position, const QString &text);
    void hideCrosshair();

    /// As it is on the screen.
    [[nodiscard]] QByteArray svg() const;
    /// The same for ChartPainting.
    [[nodiscard]] ChartDrawing drawing() const;

private:
    void setupAxes();
    void setupCrosshair();
    void setupGeneratedMark();
    void setTimeFormat(qint64 lengthMs);

    QCustomPlot *m_plot;
    QCPLayer *m_lineLayer = nullptr;
    QList<QCPGraph *> m_graphs;
    QCPItemStraightLine *m_crosshair = nullptr;
    QCPItemStraightLine *m_crosshairPrice = nullptr;
    QCPItemText *m_readOut = nullptr;
    QCPItemRect *m_generated = nullptr;
    QCPItemStraightLine *m_generatedEnd = nullptr;
    QCPItemText *m_generatedName = nullptr;
    qint64 m_generatedToMs = 0;
    QList<ChartLine> m_lines;
    QString m_timeFormat;
    QString m_unit; ///< Behind each price of the scale.
    bool m_axesChanged = true;
};

} // namespace ticker
