// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "prices_page.h"

#include "chart/chart_bar.h"
#include "chart/chart_export.h"
#include "chart/price_chart.h"
#include "table/prices_model.h"
#include "table/prices_table.h"
#include "widgets/plain_text.h"

#include <QAction>
#include <QEvent>
#include <QLabel>
#include <QSplitter>
#include <QStackedLayout>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace ticker {

namespace {

constexpr qint64 msPerSecond = 1000;
constexpr int chartStretch = 3;
constexpr int tableStretch = 2;
constexpr int amplePixels = 1000;
constexpr int topMargin = 4;

} // namespace

PricesPage::PricesPage(QWidget *parent) : QWidget(parent), m_lengthMs(TimeWindow::usualMs)
{
    setObjectName(QStringLiteral("pricesPage"));
    m_model = new PricesModel({[this](const QString &symbol) { return m_choice.place(symbol); },
                               [this](const QString &symbol, bool inChart) { choose(symbol, inChart); }},
                              this);
    m_table = new PricesTable(m_model, this);
    m_splitter = new QSplitter(Qt::Vertical, this);
    m_splitter->setObjectName(QStringLiteral("pricesSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(makeChartPart());
    m_splitter->addWidget(m_table);
    m_splitter->setStretchFactor(0, chartStretch);
    m_splitter->setStretchFactor(1, tableStretch);
    m_splitter->setSizes({chartStretch * amplePixels, tableStretch * amplePixels}); // what matters is their proportion
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, topMargin, 0, 0);
    layout->addWidget(m_splitter);
    refreshFlashing();
    refreshChart();
}

PricesPage::~PricesPage() = default;

QWidget *PricesPage::makeChartPart()
{
    auto *part = new QWidget(this);
    m_chart = new PriceChart(part);
    m_export = new ChartExport({[this] { return m_chart->svg(); }, [this] { return m_chart->drawing(); }}, this);
    m_bar = new ChartBar(m_export->action(), part);
    m_hint = plainLabel(part);
    m_hint->setObjectName(QStringLiteral("chartHint"));
    m_hint->setWordWrap(true);
    m_empty = plainLabel(part);
    m_empty->setObjectName(QStringLiteral("chartEmpty"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setFrameShape(QFrame::StyledPanel);
    m_stack = new QStackedLayout;
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_chart);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_bar);
    layout->addWidget(m_hint);
    layout->addLayout(m_stack, 1);

    connect(m_chart, &PriceChart::windowChanged, this, [this] { m_bar->showWindow(m_chart->window()); });
    connect(m_bar, &ChartBar::lengthChosen, this, [this](std::optional<qint64> lengthMs) {
        setLength(lengthMs);
        Q_EMIT settingsChanged();
    });
    connect(m_bar, &ChartBar::followChosen, m_chart, &PriceChart::follow);
    connect(m_bar, &ChartBar::relativeChosen, this, [this](bool relative) {
        m_relative = relative;
        m_chart->setRelative(relative);
        Q_EMIT settingsChanged();
    });
    connect(m_export, &ChartExport::failed, this, &PricesPage::exportFailed);
    connect(m_export, &ChartExport::written, this, &PricesPage::exported);
    return part;
}

QAction *PricesPage::exportAction() const
{
    return m_export->action();
}

void PricesPage::applySettings(const PricesSettings &settings)
{
    m_table->restoreHeaderState(settings.header);
    if (!settings.splitter.isEmpty())
        m_splitter->restoreState(settings.splitter); // refuses what it does not understand
    m_choice.setWanted(settings.charted);
    m_bar->setRelative(settings.relative);
    setLength(settings.seconds == PricesSettings::allSeconds ? std::nullopt
                                                             : std::optional(settings.seconds * msPerSecond));
    refreshChart();
}

void PricesPage::setRisingIsRed(bool isRed)
{
    m_table->setRisingIsRed(isRed);
}

PricesSettings PricesPage::settings() const
{
    PricesSettings settings;
    settings.header = m_table->headerState();
    settings.splitter = m_splitter->saveState();
    settings.charted = m_choice.wanted();
    settings.seconds = m_lengthMs ? int(*m_lengthMs / msPerSecond) : PricesSettings::allSeconds;
    settings.relative = m_relative;
    return settings;
}

void PricesPage::setLength(std::optional<qint64> lengthMs)
{
    m_lengthMs = lengthMs;
    m_chart->setLength(lengthMs);
}

void PricesPage::showUpdate(const MarketUpdate &update)
{
    const bool isAnotherTape = std::exchange(m_tape, update.tape) != update.tape;
    if (isAnotherTape)
        m_chart->clear();
    if (!update.instruments.isEmpty()) {
        m_instruments = update.instruments;
        QStringList symbols;
        for (const InstrumentInfo &info : update.instruments)
            symbols.append(info.symbol);
        m_choice.setMarket(symbols, update.featured);
        m_model->setInstruments(update.instruments, isAnotherTape);
        refreshChart();
    }
    m_model->showPrices(update.prices);
    m_chart->setGeneratedTo(update.generatedToMs);
    m_chart->showUpdate(update.charted, update.timeMs);
}

void PricesPage::choose(const QString &symbol, bool inChart)
{
    if (!m_choice.choose(symbol, inChart)) {
        m_hint->setText(
            plainLines(tr("The chart is full: it has %1 instruments. Remove one first.").arg(ChartChoice::most)));
        m_hint->show();
        return;
    }
    refreshChart();
    Q_EMIT settingsChanged();
}

void PricesPage::refreshChart()
{
    QList<ChartLine> lines;
    const QStringList shown = m_choice.shown();
    for (const QString &symbol : shown) {
        const auto info = std::ranges::find(m_instruments, symbol, &InstrumentInfo::symbol);
        lines.append({symbol, info->decimals, m_choice.place(symbol)});
    }
    m_chart->setLines(lines);
    m_model->tellChart();
    m_export->setSubject(shown.join(QLatin1Char(' ')));
    m_export->action()->setEnabled(!lines.isEmpty());
    m_empty->setText(
        plainLines(m_instruments.isEmpty()
                       ? tr("Prices appear here once the server runs.")
                       : tr("The chart is empty. Select up to %1 instruments in the first column of the table.")
                             .arg(ChartChoice::most)));
    m_stack->setCurrentIndex(lines.isEmpty() ? 0 : 1);
    refreshHint();
    Q_EMIT chartedChanged();
}

void PricesPage::refreshHint()
{
    const QStringList missing = m_choice.missing();
    m_hint->setText(plainLines(missing.isEmpty()
                                   ? QString()
                                   : tr("%1 is no longer available; the chart shows %2 instead.")
                                         .arg(missing.join(QStringLiteral(", ")), m_choice.shown().value(0))));
    m_hint->setVisible(!missing.isEmpty());
}

void PricesPage::refreshFlashing()
{
    m_model->setFlashing(style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0);
}

void PricesPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        refreshFlashing();
}

void PricesPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_isShown = true;
    Q_EMIT shownChanged(true);
}

void PricesPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_export->closeDialog();
    // Later versions of Qt hide what was never shown.
    if (std::exchange(m_isShown, false))
        Q_EMIT shownChanged(false);
}

} // namespace ticker

#include "moc_prices_page.cpp"
