// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chart_plot.h"
#include "chart/price_series.h"
#include "chart/time_window.h"
#include "market_values/market_update.h"

#include <QElapsedTimer>
#include <QHash>
#include <QTimer>
#include <QWidget>

#include <chrono>
#include <optional>

namespace ticker {

/// Prices over time: the lines, and what mouse, wheel and keys do to them. Draws at most ten times a second, and less often
/// where drawing takes long. Main thread; owned by its parent.
class PriceChart final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PriceChart)

public:
    explicit PriceChart(QWidget *parent = nullptr);

    /// What is in the chart. The points of those that stay are kept.
    void setLines(const QList<ChartLine> &lines);
    /// Another tape: forgets all points.
    void clear();
    /// What is not in the chart is ignored. The time is that of the last tick.
    void showUpdate(const QList<ChartedPrices> &charted, qint64 timeMs);

    /// Prices up to this time were generated, before the market began; 0: none were. Marked in the chart.
    void setGeneratedTo(qint64 timeMs) { m_generatedToMs = timeMs; }

    /// How much time is shown; nothing: all that is known.
    void setLength(std::optional<qint64> lengthMs);
    [[nodiscard]] const TimeWindow &window() const { return m_window; }
    /// Goes with the newest tick again.
    void follow();
    /// Each line by how much it differs from the beginning of what is shown, in per cent.
    void setRelative(bool relative);

    /// Whether the lines show all that it was told; what is told comes with the next drawing.
    [[nodiscard]] bool isDrawn() const { return !m_drawing.isActive(); }
    /// "ACME 512, up 3 in five minutes; lowest 498, highest 520", a line for each instrument; in per cent if the lines are.
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QByteArray svg() const { return m_plot.svg(); }
    [[nodiscard]] ChartDrawing drawing() const { return m_plot.drawing(); }
    /// What stands beside the crosshair; empty while there is none.
    [[nodiscard]] const QString &readOut() const { return m_readOut; }
    [[nodiscard]] const PriceSeries &series(const QString &symbol) const;

Q_SIGNALS:
    /// How much time is shown, or whether it follows.
    void windowChanged();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void moved();
    void zoom(double factor, double anchor);
    void scheduleDraw();
    void drawSoon();
    void draw();
    [[nodiscard]] qint64 generatedTo() const;
    void drawLines(qint64 fromMs, qint64 toMs);
    void showReadOut();
    [[nodiscard]] QString readOutAt(qint64 timeMs) const;
    [[nodiscard]] QString figure(const ChartLine &line, double price) const;
    void describe();

    ChartPlot m_plot;
    QList<ChartLine> m_lines;
    QHash<QString, PriceSeries> m_series; ///< Of the lines.
    TimeWindow m_window;
    qint64 m_shownFromMs = 0; ///< As drawn.
    qint64 m_shownToMs = 0;
    qint64 m_newestMs = 0;
    qint64 m_generatedToMs = 0;
    bool m_relative = false;
    std::optional<QPoint> m_mouse; ///< While it is over the lines.
    QString m_readOut;
    std::optional<int> m_dragX; ///< Where it was last, while it drags.
    QTimer m_drawing;
    QElapsedTimer m_sinceDrawn;
    std::chrono::milliseconds m_drawInterval{0};
    QTimer m_describing;
};

} // namespace ticker
