// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chart_choice.h"
#include "desktop_values/prices_settings.h"
#include "market_values/market_update.h"

#include <QWidget>

class QAction;
class QLabel;
class QSplitter;
class QStackedLayout;

namespace ticker {

class ChartBar;
class ChartExport;
class PriceChart;
class PricesModel;
class PricesTable;

/// The page with the prices: a chart above, the instruments below. Shows values and asks for others by signals; knows no
/// server. Main thread; owned by the window, which it is added to.
class PricesPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PricesPage)

public:
    explicit PricesPage(QWidget *parent = nullptr);
    ~PricesPage() override;

    void applySettings(const PricesSettings &settings);
    [[nodiscard]] PricesSettings settings() const;
    /// Else rising prices are green.
    void setRisingIsRed(bool isRed);

    [[nodiscard]] QAction *exportAction() const;
    /// The symbols whose prices the chart needs.
    [[nodiscard]] QStringList charted() const { return m_choice.shown(); }

public Q_SLOTS:
    void showUpdate(const ticker::MarketUpdate &update);

Q_SIGNALS:
    void chartedChanged();
    /// Whether the page is the one in front, of a window that is not hidden.
    void shownChanged(bool shown);
    /// Something of settings() changed that a person chose.
    void settingsChanged();
    /// A line for a person.
    void exportFailed(const QString &problem);
    void exported();

protected:
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeChartPart();
    void setLength(std::optional<qint64> lengthMs);
    void choose(const QString &symbol, bool inChart);
    void refreshChart();
    void refreshHint();
    void refreshFlashing();

    ChartChoice m_choice;
    QList<InstrumentInfo> m_instruments;
    quint64 m_tape = 0;
    std::optional<qint64> m_lengthMs; ///< As chosen last.
    bool m_relative = false;
    bool m_isShown = false; ///< As it was told.

    // Owned by Qt's parent-child tree.
    PricesModel *m_model = nullptr;
    PriceChart *m_chart = nullptr;
    ChartExport *m_export = nullptr;
    ChartBar *m_bar = nullptr;
    PricesTable *m_table = nullptr;
    QLabel *m_hint = nullptr;
    QLabel *m_empty = nullptr;
    QStackedLayout *m_stack = nullptr;
    QSplitter *m_splitter = nullptr;
};

} // namespace ticker
