// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/prices_model.h"

#include "widgets/plain_text.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <utility>

namespace ticker {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds flashTime{180};
/// Fewer than three a second: more can cause a seizure.
constexpr milliseconds flashInterval{400};
constexpr qint64 never = std::numeric_limits<qint64>::min() / 2;
/// Above so many differing runs of changed cells, one signal over all of them is cheaper for views.
constexpr std::size_t mostRuns = 32;

/// Consecutive rows in which the same columns changed.
struct Run final
{
    int first = 0;
    int last = 0;
    quint32 columns = 0;
};

std::vector<Run> runsOf(const std::vector<quint32> &changed)
{
    std::vector<Run> runs;
    for (int row = 0; row < int(changed.size()); ++row) {
        const quint32 columns = changed[std::size_t(row)];
        if (columns == 0)
            continue;
        if (!runs.empty() && runs.back().columns == columns && runs.back().last == row - 1)
            runs.back().last = row;
        else
            runs.push_back({row, row, columns});
    }
    if (runs.size() <= mostRuns)
        return runs;
    Run all{runs.front().first, runs.back().last, 0};
    for (const Run &run : runs)
        all.columns |= run.columns;
    return {all};
}

} // namespace

PricesModel::PricesModel(Chart chart, QObject *parent) : QAbstractTableModel(parent), m_chart(std::move(chart))
{
    m_clock.start();
    m_flashEnd.setSingleShot(true);
    m_flashEnd.setInterval(flashTime);
    connect(&m_flashEnd, &QTimer::timeout, this, &PricesModel::endFlashes);
}

int PricesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PricesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : COLUMN_COUNT;
}

Qt::ItemFlags PricesModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() == InChart ? flags | Qt::ItemIsUserCheckable : flags;
}

QVariant PricesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto &[row, flashedAt, isFlashing] = m_rows[std::size_t(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return PriceCells::display(row, column);
    case Qt::AccessibleTextRole:
        return PriceCells::spoken(row, column);
    case Qt::ToolTipRole:
        return column == Symbol ? plainToolTip(PriceCells::fullName(row)) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(PriceCells::alignment(column));
    case Qt::CheckStateRole:
        return column == InChart ? QVariant(m_chart.placeOf(row.info.symbol) >= 0 ? Qt::Checked : Qt::Unchecked)
                                 : QVariant();
    case DirectionRole:
        return row.price.size == 0 ? 0 : PriceCells::direction(row.price, column);
    case FlashRole:
        return column == Price && isFlashing ? PriceCells::direction(row.price, Price) : 0;
    case PlaceRole:
        return column == InChart ? m_chart.placeOf(row.info.symbol) : -1;
    default:
        return {};
    }
}

bool PricesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || index.column() != InChart || role != Qt::CheckStateRole)
        return false;
    const QString symbol = row(index.row()).info.symbol;
    const bool inChart = value.value<Qt::CheckState>() == Qt::Checked;
    m_chart.choose(symbol, inChart); // calls tellChart()
    return (m_chart.placeOf(symbol) >= 0) == inChart;
}

QVariant PricesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= COLUMN_COUNT)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return PriceCells::header(section);
    case Qt::ToolTipRole:
        return PriceCells::headerToolTip(section);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(PriceCells::alignment(section));
    default:
        return {};
    }
}

void PricesModel::setInstruments(const QList<InstrumentInfo> &instruments, bool isAnotherTape)
{
    std::vector<Row> rows;
    for (const InstrumentInfo &info : instruments) {
        const auto place = int(rows.size());
        const bool stays = !isAnotherTape && place < rowCount() && row(place).info == info;
        rows.push_back(stays ? m_rows[std::size_t(place)] : Row{{info, {.instrument = place}}, never, false});
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void PricesModel::showPrices(const QList<InstrumentPrice> &prices)
{
    std::vector<quint32> changed(m_rows.size());
    bool flashes = false;
    for (const InstrumentPrice &price : prices) {
        if (price.instrument < 0 || price.instrument >= rowCount())
            continue; // of a market that is on its way
        Row &row = m_rows[std::size_t(price.instrument)];
        const InstrumentPrice before = std::exchange(row.row.price, price);
        changed[std::size_t(price.instrument)] = PriceCells::changedColumns(before, price);
        if (before.size > 0 && before.price != price.price)
            flashes = beginFlash(row) || flashes;
    }
    if (flashes && !m_flashEnd.isActive())
        m_flashEnd.start();
    tellChanges(changed);
}

bool PricesModel::beginFlash(Row &row)
{
    const qint64 now = m_clock.elapsed();
    if (!m_flashing || now - row.flashedAtMs < flashInterval.count())
        return false;
    row.flashedAtMs = now;
    row.isFlashing = true;
    return true;
}

/// Those that began later last a little shorter: so all end with one change of the view.
void PricesModel::endFlashes()
{
    std::vector<quint32> changed(m_rows.size());
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        changed[row] = quint32(std::exchange(m_rows[row].isFlashing, false)) << Price;
    tellChanges(changed);
}

void PricesModel::tellChanges(const std::vector<quint32> &changed)
{
    for (const Run &run : runsOf(changed)) {
        for (int column = 0; column < COLUMN_COUNT; ++column) {
            if (!(run.columns >> column & 1U))
                continue;
            const int first = column;
            while (column + 1 < COLUMN_COUNT && (run.columns >> (column + 1) & 1U))
                ++column;
            Q_EMIT dataChanged(index(run.first, first), index(run.last, column),
                               {Qt::DisplayRole, Qt::AccessibleTextRole, DirectionRole, FlashRole});
        }
    }
}

void PricesModel::tellChart()
{
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, InChart), index(rowCount() - 1, InChart), {Qt::CheckStateRole, PlaceRole});
}

void PricesModel::setFlashing(bool flashing)
{
    m_flashing = flashing;
    if (!flashing)
        endFlashes();
}

} // namespace ticker

#include "moc_prices_model.cpp"
