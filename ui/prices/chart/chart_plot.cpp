// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_plot.h"

#include "chart/chart_colours.h"
#include "widgets/plain_text.h"

#include <QBuffer>
#include <QSvgGenerator>

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ticker {

namespace {

constexpr double msPerSecond = 1000;
constexpr qint64 hourMs = 3'600'000;
/// Above and below the prices, as a share of what is between them.
constexpr double margin = 0.08;
/// The scale is drawn anew when the prices take less of it than that.
constexpr double leastUse = 0.55;
/// Above them, for the legend.
constexpr double mostForLegend = 0.3;
constexpr int readOutGap = 10;
constexpr QMargins legendMargins{4, 2, 8, 2};
constexpr int legendGap = 12;
constexpr qsizetype longestLegendName = 24;
constexpr int legendAlpha = 190;
constexpr int gridAlpha = 40;
constexpr int frameAlpha = 130;
constexpr int generatedAlpha = 14;

QColor faded(QColor colour, int alpha)
{
    colour.setAlpha(alpha);
    return colour;
}

/// Draws a line piece by piece: to stroke one path of thousands of points that go up and down takes Qt seconds, since each row
/// of pixels crosses all of them.
class PiecewiseGraph final : public QCPGraph
{
public:
    using QCPGraph::QCPGraph;

protected:
    void drawLinePlot(QCPPainter *painter, const QVector<QPointF> &lines) const override
    {
        constexpr qsizetype mostPoints = 50;
        if (lines.size() <= mostPoints || painter->modes().testFlag(QCPPainter::pmVectorized))
            return QCPGraph::drawLinePlot(painter, lines);
        const QPen pen = mPen;
        painter->setBrush(Qt::NoBrush);
        applyDefaultAntialiasingHint(painter);
        double drawn = 0; // in widths of the pen, as dashes are counted
        for (qsizetype from = 0; from + 1 < lines.size(); from += mostPoints - 1) {
            QPen piece = pen;
            if (pen.style() != Qt::SolidLine)
                piece.setDashOffset(drawn);
            painter->setPen(piece);
            const qsizetype count = std::min(mostPoints, lines.size() - from);
            painter->drawPolyline(lines.constData() + from, int(count));
            for (qsizetype i = from + 1; i < from + count; ++i)
                drawn += QLineF(lines[i - 1], lines[i]).length() / std::max(pen.widthF(), 1.0);
        }
    }
};

/// Figures with their unit.
class PriceTicker final : public QCPAxisTicker
{
public:
    explicit PriceTicker(QString unit) : m_unit(std::move(unit)) { }

protected:
    QString getTickLabel(double tick, const QLocale &locale, QChar formatChar, int precision) override
    {
        return QCPAxisTicker::getTickLabel(tick, locale, formatChar, precision) + m_unit;
    }

private:
    QString m_unit;
};

} // namespace

ChartPlot::ChartPlot(QWidget *parent) : m_plot(new QCustomPlot(parent))
{
    m_plot->setObjectName(QStringLiteral("plot"));
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_plot->setNotAntialiasedElements(QCP::aeAll);
    m_plot->setPlottingHints(QCP::phCacheLabels | QCP::phFastPolylines);
    // On a layer with a picture of its own, for most of the time nothing else moves. On top, and with the crosshair on it:
    // there are two pictures then to put together for each drawing, not four.
    m_lineLayer = m_plot->layer(QStringLiteral("overlay"));
    setupAxes();
    setupCrosshair();
    setupGeneratedMark();
    restyle();
}

ChartPlot::~ChartPlot() = default; // the plot is its parent's

QWidget *ChartPlot::widget() const
{
    return m_plot;
}

void ChartPlot::setupAxes()
{
    m_plot->xAxis->setTicker(QSharedPointer<QCPAxisTickerDateTime>::create());
    m_plot->yAxis->setVisible(false); // prices are where the newest are, at the right
    m_plot->yAxis2->setVisible(true);
    m_plot->yAxis2->setNumberFormat(QStringLiteral("f"));
    m_plot->yAxis->grid()->setVisible(false);
    m_plot->axisRect()->setRangeDragAxes(nullptr, nullptr);
    auto *legend = m_plot->legend;
    m_plot->axisRect()->insetLayout()->setInsetAlignment(0, Qt::AlignLeft | Qt::AlignTop);
    m_plot->axisRect()->insetLayout()->setMargins({0, 0, 0, 0});
    legend->setFillOrder(QCPLegend::foColumnsFirst);
    legend->setBorderPen(Qt::NoPen);
    legend->setMargins(legendMargins);
    legend->setColumnSpacing(legendGap);
    legend->setVisible(true);
}

void ChartPlot::setupCrosshair()
{
    const auto makeLine = [this] {
        auto *line = new QCPItemStraightLine(m_plot);
        line->setLayer(m_lineLayer);
        line->point1->setType(QCPItemPosition::ptAbsolute);
        line->point2->setType(QCPItemPosition::ptAbsolute);
        line->setVisible(false);
        return line;
    };
    m_crosshair = makeLine();
    m_crosshairPrice = makeLine();
    m_readOut = new QCPItemText(m_plot);
    m_readOut->setLayer(m_lineLayer);
    m_readOut->position->setType(QCPItemPosition::ptAbsolute);
    m_readOut->setPadding({6, 4, 6, 4});
    m_readOut->setTextAlignment(Qt::AlignLeft);
    m_readOut->setVisible(false);
}

/// On the layer of the grid, which is drawn only when the axes are. Across, places are times; up and down, shares of the height.
void ChartPlot::setupGeneratedMark()
{
    QCPLayer *layer = m_plot->layer(QStringLiteral("grid"));
    m_generated = new QCPItemRect(m_plot);
    m_generatedEnd = new QCPItemStraightLine(m_plot);
    m_generatedName = new QCPItemText(m_plot);
    m_generatedName->setPositionAlignment(Qt::AlignRight | Qt::AlignBottom);
    m_generatedName->setPadding({4, 2, 4, 2});
    for (QCPItemPosition *place : {m_generated->topLeft, m_generated->bottomRight, m_generatedEnd->point1,
                                   m_generatedEnd->point2, m_generatedName->position}) {
        place->setTypeX(QCPItemPosition::ptPlotCoords);
        place->setTypeY(QCPItemPosition::ptAxisRectRatio);
    }
    for (QCPAbstractItem *item :
         {static_cast<QCPAbstractItem *>(m_generated), static_cast<QCPAbstractItem *>(m_generatedEnd),
          static_cast<QCPAbstractItem *>(m_generatedName)}) {
        item->setLayer(layer);
        item->setVisible(false);
    }
}

void ChartPlot::markGenerated(qint64 toMs, const QString &word)
{
    m_axesChanged = m_axesChanged || toMs != m_generatedToMs;
    m_generatedToMs = toMs;
    const QCPRange shown = m_plot->xAxis->range();
    const double end = double(toMs) / msPerSecond;
    m_generated->topLeft->setCoords(shown.lower, 0);
    m_generated->bottomRight->setCoords(end, 1);
    m_generatedEnd->point1->setCoords(end, 0);
    m_generatedEnd->point2->setCoords(end, 1);
    m_generatedName->position->setCoords(std::min(end, shown.upper), 1);
    m_generatedName->setText(plainLines(word));
    m_generated->setVisible(toMs > 0);
    m_generatedEnd->setVisible(toMs > 0);
    m_generatedName->setVisible(toMs > 0);
}

void ChartPlot::restyle()
{
    const QPalette palette = m_plot->palette();
    const QColor text = palette.color(QPalette::Text);
    m_plot->setBackground(palette.brush(QPalette::Base));
    for (QCPAxis *axis : {m_plot->xAxis, m_plot->yAxis2}) {
        axis->setBasePen(faded(text, frameAlpha));
        axis->setTickPen(faded(text, frameAlpha));
        axis->setSubTickPen(faded(text, frameAlpha));
        axis->setTickLabelColor(text);
        axis->setTickLabelFont(m_plot->font());
    }
    for (QCPAxis *axis : {m_plot->xAxis, m_plot->yAxis2}) {
        axis->grid()->setVisible(true);
        axis->grid()->setPen(faded(text, gridAlpha));
        axis->grid()->setZeroLinePen(Qt::NoPen);
    }
    m_plot->legend->setFont(m_plot->font());
    m_plot->legend->setTextColor(text);
    m_plot->legend->setBrush(faded(palette.color(QPalette::Base), legendAlpha));
    for (qsizetype i = 0; i < m_graphs.size(); ++i)
        m_graphs.at(i)->setPen(chartColours::line(m_lines.at(i).place, palette));
    for (QCPItemStraightLine *line : {m_crosshair, m_crosshairPrice})
        line->setPen(faded(text, frameAlpha));
    m_generated->setPen(Qt::NoPen);
    m_generated->setBrush(faded(text, generatedAlpha));
    m_generatedEnd->setPen(QPen(faded(text, frameAlpha), 1, Qt::DotLine));
    m_generatedName->setFont(m_plot->font());
    m_generatedName->setColor(text);
    m_readOut->setFont(m_plot->font());
    m_readOut->setColor(palette.color(QPalette::ToolTipText));
    m_readOut->setBrush(palette.brush(QPalette::ToolTipBase));
    m_readOut->setPen(faded(text, frameAlpha));
    m_axesChanged = true;
}

void ChartPlot::setLines(const QList<ChartLine> &lines)
{
    if (lines == m_lines)
        return;
    m_lines = lines;
    m_plot->clearGraphs();
    m_graphs.clear();
    for (const ChartLine &line : lines) {
        auto *graph = new PiecewiseGraph(m_plot->xAxis, m_plot->yAxis2); // the plot owns it
        graph->setName(shortText(line.symbol, longestLegendName));
        graph->setLayer(m_lineLayer);
        graph->setPen(chartColours::line(line.place, m_plot->palette()));
        graph->setAdaptiveSampling(false); // points are as many as there are pixels
        m_graphs.append(graph);
    }
    m_axesChanged = true;
}

void ChartPlot::setPoints(qsizetype index, const QList<PricePoint> &points)
{
    QVector<QCPGraphData> data;
    data.reserve(points.size());
    for (const PricePoint &point : points)
        data.append({double(point.timeMs) / msPerSecond, point.price});
    QCPGraph *graph = m_graphs.at(index);
    graph->data()->set(data, true);
    // A single price is no line.
    graph->setScatterStyle(points.size() == 1 ? QCPScatterStyle(QCPScatterStyle::ssDisc, 5) : QCPScatterStyle());
}

void ChartPlot::setTimeFormat(qint64 lengthMs)
{
    const QString format = lengthMs > 24 * hourMs ? QStringLiteral("d MMM HH:mm")
        : lengthMs > 2 * hourMs                   ? QStringLiteral("HH:mm")
                                                  : QStringLiteral("HH:mm:ss");
    if (format == m_timeFormat)
        return;
    m_timeFormat = format;
    qSharedPointerDynamicCast<QCPAxisTickerDateTime>(m_plot->xAxis->ticker())->setDateTimeFormat(format);
}

void ChartPlot::setTimes(qint64 fromMs, qint64 toMs)
{
    const QCPRange range(double(fromMs) / msPerSecond, double(toMs) / msPerSecond);
    if (range == m_plot->xAxis->range())
        return;
    m_plot->xAxis->setRange(range);
    setTimeFormat(toMs - fromMs);
    m_axesChanged = true;
}

void ChartPlot::fitPrices(double low, double high, int decimals, const QString &unit)
{
    QCPAxis *axis = m_plot->yAxis2;
    if (m_unit != unit || axis->numberPrecision() != decimals) {
        if (m_unit != unit)
            axis->setTicker(QSharedPointer<PriceTicker>::create(unit));
        m_unit = unit;
        axis->setNumberPrecision(decimals);
        m_axesChanged = true;
    }
    const double least = std::pow(10.0, -decimals); // of prices that stand still
    const double span = std::max(high - low, least);
    const QCPRange now = axis->range();
    if (now.contains(low) && now.contains(high) && span >= leastUse * now.size() && high > low)
        return;
    const double middle = (high + low) / 2;
    const double below = span * (0.5 + margin);
    const double legendShare = double(m_plot->legend->minimumOuterSizeHint().height())
        / std::max(m_plot->axisRect()->height(), 1);
    const double above = below + span * std::min(legendShare, mostForLegend);
    const QCPRange range(middle - below, middle + above);
    if (range == now)
        return;
    axis->setRange(range);
    m_axesChanged = true;
}

void ChartPlot::draw()
{
    if (m_axesChanged)
        m_plot->replot(QCustomPlot::rpQueuedRefresh);
    else
        m_lineLayer->replot();
    m_axesChanged = false;
}

int ChartPlot::columns() const
{
    return std::max(m_plot->axisRect()->width(), 1);
}

double ChartPlot::shareAt(int x) const
{
    return double(x - m_plot->axisRect()->left()) / columns();
}

bool ChartPlot::isInside(const QPoint &position) const
{
    return m_plot->axisRect()->rect().contains(position);
}

void ChartPlot::showCrosshair(const QPoint &position, const QString &text)
{
    m_crosshair->point1->setPixelPosition(position);
    m_crosshair->point2->setPixelPosition(position + QPoint(0, 1));
    m_crosshairPrice->point1->setPixelPosition(position);
    m_crosshairPrice->point2->setPixelPosition(position + QPoint(1, 0));
    const QRect inside = m_plot->axisRect()->rect();
    const bool isLeft = position.x() < inside.center().x();
    const bool isUpper = position.y() < inside.center().y();
    m_readOut->setPositionAlignment((isLeft ? Qt::AlignLeft : Qt::AlignRight)
                                    | (isUpper ? Qt::AlignTop : Qt::AlignBottom));
    m_readOut->position->setPixelPosition(
        position + QPoint(isLeft ? readOutGap : -readOutGap, isUpper ? readOutGap : -readOutGap));
    m_readOut->setText(plainLines(text));
    for (QCPAbstractItem *item :
         {static_cast<QCPAbstractItem *>(m_crosshair), static_cast<QCPAbstractItem *>(m_crosshairPrice),
          static_cast<QCPAbstractItem *>(m_readOut)})
        item->setVisible(true);
}

void ChartPlot::hideCrosshair()
{
    m_crosshair->setVisible(false);
    m_crosshairPrice->setVisible(false);
    m_readOut->setVisible(false);
}

ChartDrawing ChartPlot::drawing() const
{
    ChartDrawing drawing{QPicture(), m_plot->size(), m_plot->palette().color(QPalette::Base)};
    QCPPainter painter;
    if (!painter.begin(&drawing.picture))
        return drawing;
    painter.setMode(QCPPainter::pmNonCosmetic);         // it is painted larger
    m_plot->setPlottingHint(QCP::phCacheLabels, false); // as text, not as pixels
    m_plot->toPainter(&painter, drawing.size.width(), drawing.size.height());
    m_plot->setPlottingHint(QCP::phCacheLabels, true);
    painter.end();
    return drawing;
}

QByteArray ChartPlot::svg() const
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    const QSize size = m_plot->size();
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    generator.setTitle(QStringLiteral("TickerTray"));
    QCPPainter painter;
    if (!painter.begin(&generator))
        return {};
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    m_plot->toPainter(&painter, size.width(), size.height());
    painter.end();
    return bytes;
}

} // namespace ticker
