// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/price_chart.h"

#include "chart/chart_summary.h"
#include "clock_change.h"
#include "widgets/plain_text.h"

#include <QAccessibleWidget>
#include <QDateTime>
#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionFocusRect>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace ticker {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds drawInterval{100};
constexpr milliseconds longestDrawInterval{500};
constexpr milliseconds handInterval{30};
/// Drawing takes one part in so many of the time at most, but for the longest interval.
constexpr int drawShare = 40;
/// A screen reader is told no more often.
constexpr milliseconds describeInterval{2000};
/// While it follows, the time axis moves by this share of its length at a time: it is drawn more seldom then than the lines.
constexpr int stepsPerLength = 100;
constexpr double panShare = 0.1;
constexpr double zoomFactor = 1.25;
constexpr double wheelStep = 120; // QWheelEvent's eighths of a degree for one notch
constexpr qsizetype longestReadOutName = 24;
constexpr int focusWidth = 2;
constexpr QSize leastSize{240, 60};

QAccessibleInterface *makeInterface(const QString &className, QObject *object)
{
    auto *widget = qobject_cast<QWidget *>(object);
    if (!widget || className != QLatin1String("ticker::PriceChart"))
        return nullptr;
    return new QAccessibleWidget(widget, QAccessible::Chart);
}

QString clockText(qint64 timeMs)
{
    return QDateTime::fromMSecsSinceEpoch(timeMs).toString(QStringLiteral("HH:mm:ss"));
}

} // namespace

PriceChart::PriceChart(QWidget *parent) : QWidget(parent), m_plot(this)
{
    QAccessible::installFactory(makeInterface);
    setObjectName(QStringLiteral("priceChart"));
    setAccessibleName(tr("Price chart"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(leastSize);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(focusWidth, focusWidth, focusWidth, focusWidth);
    layout->addWidget(m_plot.widget());
    for (QTimer *timer : {&m_drawing, &m_describing})
        timer->setSingleShot(true);
    connect(&m_drawing, &QTimer::timeout, this, &PriceChart::draw);
    connect(&m_describing, &QTimer::timeout, this, &PriceChart::describe);
}

// What is shown

void PriceChart::setLines(const QList<ChartLine> &lines)
{
    m_lines = lines;
    m_plot.setLines(lines);
    QHash<QString, PriceSeries> series;
    for (const ChartLine &line : lines)
        series.insert(line.symbol, m_series.value(line.symbol));
    m_series = series;
    m_describing.start(0);
    scheduleDraw();
}

void PriceChart::clear()
{
    for (PriceSeries &series : m_series)
        series.clear();
    m_newestMs = 0;
    m_window.toEnd();
    Q_EMIT windowChanged();
    scheduleDraw();
}

const PriceSeries &PriceChart::series(const QString &symbol) const
{
    static const PriceSeries none;
    const auto found = m_series.constFind(symbol);
    return found == m_series.cend() ? none : *found;
}

void PriceChart::showUpdate(const QList<ChartedPrices> &charted, qint64 timeMs)
{
    m_newestMs = isClockSetBack(m_newestMs, timeMs) ? timeMs : std::max(m_newestMs, timeMs);
    for (const ChartedPrices &update : charted) {
        const auto series = m_series.find(update.symbol);
        if (series == m_series.end())
            continue; // was taken out meanwhile
        if (update.isAnew)
            series->clear();
        if (!update.earlier.isEmpty())
            series->prepend(update.earlier);
        series->append(update.later);
    }
    if (!m_describing.isActive())
        m_describing.start(describeInterval);
    scheduleDraw();
}

void PriceChart::setLength(std::optional<qint64> lengthMs)
{
    m_window.setLength(lengthMs);
    moved();
}

void PriceChart::follow()
{
    m_window.toEnd();
    moved();
}

void PriceChart::setRelative(bool relative)
{
    m_relative = relative;
    m_describing.start(0);
    scheduleDraw();
}

void PriceChart::moved()
{
    Q_EMIT windowChanged();
    m_describing.start(0);
    drawSoon();
}

// Drawing

void PriceChart::scheduleDraw()
{
    if (m_drawing.isActive() || !isVisible())
        return;
    const milliseconds since(m_sinceDrawn.isValid() ? m_sinceDrawn.elapsed() : longestDrawInterval.count());
    m_drawing.start(std::max(m_drawInterval - since, milliseconds(0)));
}

/// A hand waits for it.
void PriceChart::drawSoon()
{
    const milliseconds since(m_sinceDrawn.isValid() ? m_sinceDrawn.elapsed() : handInterval.count());
    m_drawing.start(std::max(handInterval - since, milliseconds(0)));
}

void PriceChart::draw()
{
    if (!isVisible())
        return;
    m_sinceDrawn.start();
    qint64 firstMs = m_newestMs;
    for (const PriceSeries &series : std::as_const(m_series)) {
        if (!series.isEmpty())
            firstMs = std::min(firstMs, series.firstMs());
    }
    m_window.setKnown(firstMs, m_newestMs);
    const qint64 length = m_window.lengthMs();
    const qint64 step = std::max<qint64>(length / stepsPerLength, 1);
    const bool moves = m_window.follows() && m_window.length();
    m_shownToMs = moves ? (m_window.toMs() / step + 1) * step : m_window.toMs();
    m_shownFromMs = m_shownToMs - length;
    m_plot.setTimes(m_shownFromMs, m_shownToMs);
    m_plot.markGenerated(generatedTo(), tr("generated", "prices before the start"));
    drawLines(m_shownFromMs, m_shownToMs);
    showReadOut();
    m_plot.draw();
    m_drawInterval = std::clamp(drawShare * milliseconds(m_sinceDrawn.elapsed()), drawInterval, longestDrawInterval);
}

/// If that is shown; 0: it is not. Where the clock was set back since, it lies in a time that is yet to come.
qint64 PriceChart::generatedTo() const
{
    return m_generatedToMs > m_shownFromMs && m_generatedToMs <= m_newestMs ? m_generatedToMs : 0;
}

void PriceChart::drawLines(qint64 fromMs, qint64 toMs)
{
    std::optional<std::pair<double, double>> range;
    int decimals = m_relative ? chartSummary::percentDecimals : 0;
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const PriceSeries &series = m_series[m_lines.at(i).symbol];
        auto points = series.line(fromMs, toMs, m_plot.columns());
        const auto extent = series.extent(fromMs, toMs);
        const bool isShown = extent && (!m_relative || extent->percentOf(extent->last));
        const auto shown = [&](double price) { return m_relative ? *extent->percentOf(price) : price; };
        if (!m_relative)
            decimals = std::max(decimals, m_lines.at(i).decimals);
        else if (!isShown)
            points.clear();
        else
            std::ranges::for_each(points, [&](PricePoint &point) { point.price = shown(point.price); });
        m_plot.setPoints(i, points);
        if (!isShown)
            continue;
        range = {std::min(range ? range->first : shown(extent->low), shown(extent->low)),
                 std::max(range ? range->second : shown(extent->high), shown(extent->high))};
    }
    if (!range && !m_relative)
        return;
    const auto [low, high] = range.value_or(std::pair(0.0, 0.0)); // the scale says what it would be of
    m_plot.fitPrices(low, high, decimals, m_relative ? tr(" %") : QString());
}

void PriceChart::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(this);
    painter.setPen(QPen(palette().color(QPalette::Highlight), focusWidth));
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
}

void PriceChart::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    scheduleDraw();
}

void PriceChart::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_drawing.start(0);
}

void PriceChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::FontChange)
        return;
    m_plot.widget()->setPalette(palette());
    m_plot.restyle();
    scheduleDraw();
}

// What a person does

void PriceChart::zoom(double factor, double anchor)
{
    m_window.zoom(factor, m_window.follows() ? 1 : anchor);
    moved();
}

void PriceChart::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        m_window.pan(-panShare);
        return moved();
    case Qt::Key_Right:
        m_window.pan(panShare);
        return moved();
    case Qt::Key_Home:
        m_window.toStart();
        return moved();
    case Qt::Key_End:
        return follow();
    case Qt::Key_Plus:
    case Qt::Key_Equal: // plus without the shift key
        return zoom(1 / zoomFactor, 0.5);
    case Qt::Key_Minus:
        return zoom(zoomFactor, 0.5);
    default:
        QWidget::keyPressEvent(event);
    }
}

void PriceChart::wheelEvent(QWheelEvent *event)
{
    const double notches = event->angleDelta().y() / wheelStep;
    zoom(std::pow(zoomFactor, -notches), std::clamp(m_plot.shareAt(qRound(event->position().x())), 0.0, 1.0));
    event->accept();
}

void PriceChart::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_dragX = qRound(event->position().x());
}

void PriceChart::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_dragX = std::nullopt;
}

void PriceChart::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint position = m_plot.widget()->mapFromParent(event->position().toPoint());
    m_mouse = m_plot.isInside(position) ? std::optional(position) : std::nullopt;
    if (m_dragX) {
        const int x = qRound(event->position().x());
        const int by = *m_dragX - x;
        m_dragX = x;
        m_window.pan(double(by) / m_plot.columns());
        moved();
    }
    showReadOut();
    drawSoon();
}

void PriceChart::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    m_mouse = std::nullopt;
    showReadOut();
    drawSoon();
}

void PriceChart::showReadOut()
{
    if (!m_mouse) {
        m_readOut.clear();
        return m_plot.hideCrosshair();
    }
    const double share = m_plot.shareAt(m_mouse->x());
    const qint64 timeMs = m_shownFromMs + std::llround(share * double(m_shownToMs - m_shownFromMs));
    m_readOut = readOutAt(timeMs);
    m_plot.showCrosshair(*m_mouse, m_readOut);
}

QString PriceChart::readOutAt(qint64 timeMs) const
{
    QStringList lines{clockText(timeMs)};
    for (const ChartLine &line : m_lines) {
        if (const auto price = series(line.symbol).priceAt(timeMs))
            lines.append(
                tr("%1 %2", "symbol, price").arg(shortText(line.symbol, longestReadOutName), figure(line, *price)));
    }
    return lines.join(QLatin1Char('\n'));
}

/// As the axis has it.
QString PriceChart::figure(const ChartLine &line, double price) const
{
    if (!m_relative)
        return locale().toString(price, 'f', line.decimals);
    const auto extent = series(line.symbol).extent(m_shownFromMs, m_shownToMs);
    return chartSummary::percentText(extent ? extent->percentOf(price) : std::nullopt, locale());
}

QString PriceChart::summary() const
{
    QStringList lines;
    const qint64 to = m_window.follows() ? m_newestMs : m_window.toMs();
    for (const ChartLine &line : m_lines) {
        const PriceSeries &known = series(line.symbol);
        const qint64 from = m_window.length() ? to - m_window.lengthMs() : known.firstMs();
        const auto extent = known.extent(from, to);
        if (!extent)
            continue;
        const qint64 length = m_window.length() ? m_window.lengthMs() : to - from;
        lines.append(m_relative ? chartSummary::percentLineText(line.symbol, *extent, length, locale())
                                : chartSummary::lineText(line.symbol, *extent, line.decimals, length, locale()));
    }
    if (!lines.isEmpty() && generatedTo() > 0)
        lines.append(tr("Prices before %1 are generated.", "a time").arg(clockText(m_generatedToMs)));
    return lines.isEmpty() ? tr("No prices yet") : lines.join(QLatin1Char('\n'));
}

void PriceChart::describe()
{
    setAccessibleDescription(plainLines(summary()));
}

} // namespace ticker

#include "moc_price_chart.cpp"
