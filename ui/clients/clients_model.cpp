// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clients/clients_model.h"

#include "clients/client_cells.h"
#include "widgets/plain_text.h"
#include "clients/clients_difference.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace ticker {

namespace {

/// Above so many separate ranges, telling each costs views more than one change of layout.
constexpr std::size_t mostRanges = 32;
/// Above so many differing runs of changed cells, one signal over all of them is cheaper for views.
constexpr std::size_t mostRuns = 32;

struct Range final
{
    int first = 0;
    int last = 0;
};

/// Where @p isIn is true.
template<typename Predicate>
std::vector<Range> rangesOf(const std::vector<int> &order, Predicate isIn)
{
    std::vector<Range> ranges;
    for (int position = 0; position < int(order.size()); ++position) {
        if (!isIn(order[std::size_t(position)]))
            continue;
        if (!ranges.empty() && ranges.back().last == position - 1)
            ranges.back().last = position;
        else
            ranges.push_back({position, position});
    }
    return ranges;
}

/// Consecutive rows in which the same columns changed.
struct Run final
{
    Range rows;
    quint32 columns = 0;
};

Run unionOf(const std::vector<Run> &runs)
{
    Run all{{runs.front().rows.first, runs.back().rows.last}, 0};
    for (const Run &run : runs)
        all.columns |= run.columns;
    return all;
}

bool isSorted(const QList<ClientRow> &rows)
{
    return std::ranges::adjacent_find(rows, std::ranges::greater_equal(), &ClientRow::id) == rows.end();
}

} // namespace

ClientsModel::ClientsModel(QObject *parent) : QAbstractTableModel(parent) { }

int ClientsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_order.size());
}

int ClientsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : COLUMN_COUNT;
}

QVariant ClientsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ClientRow &row = rowAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return ClientCells::display(row, index.column());
    case Qt::ToolTipRole:
        return wrappedToolTip(ClientCells::toolTip(row, index.column()));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter)
                                   | (ClientCells::isNumeric(index.column()) ? Qt::AlignRight : Qt::AlignLeft));
    case IdRole:
        return row.id;
    default:
        return {};
    }
}

QVariant ClientsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= COLUMN_COUNT)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return ClientCells::header(section);
    case Qt::ToolTipRole:
        return ClientCells::headerToolTip(section);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter)
                                   | (ClientCells::isNumeric(section) ? Qt::AlignRight : Qt::AlignLeft));
    default:
        return {};
    }
}

void ClientsModel::sort(int column, Qt::SortOrder order)
{
    m_sorting = {column, order};
    restoreOrder();
}

void ClientsModel::setRows(const QList<ClientRow> &rows)
{
    Q_ASSERT(isSorted(rows));
    const ClientsDifference difference(m_rows, rows);
    if (difference.hasGone)
        removeGone(difference);
    replaceRows(rows, difference);
    if (!difference.added.empty())
        append(difference.added);
    restoreOrder();
}

void ClientsModel::removeGone(const ClientsDifference &difference)
{
    const auto isGone = [&difference](int index) {
        return difference.newIndexes[std::size_t(index)] == ClientsDifference::gone;
    };
    std::vector<Range> ranges = rangesOf(m_order, isGone);
    if (ranges.size() > mostRanges) {
        // Bring the leaving rows together at the end first, so that one removal does.
        std::vector<int> order = m_order;
        const auto leaving = std::stable_partition(order.begin(), order.end(), std::not_fn(isGone));
        const auto kept = int(leaving - order.begin());
        rearrange(std::move(order));
        ranges = {{kept, int(m_order.size()) - 1}};
    }
    for (auto range = ranges.crbegin(); range != ranges.crend(); ++range) {
        beginRemoveRows({}, range->first, range->last);
        m_order.erase(m_order.begin() + range->first, m_order.begin() + range->last + 1);
        endRemoveRows();
    }
}

void ClientsModel::replaceRows(const QList<ClientRow> &rows, const ClientsDifference &difference)
{
    for (int &index : m_order)
        index = difference.newIndexes[std::size_t(index)];
    m_rows = rows; // shared, not copied
    tellChanges(difference.changedColumns);
}

void ClientsModel::tellChanges(const std::vector<quint32> &changedColumns)
{
    std::vector<Run> runs;
    for (int position = 0; position < int(m_order.size()); ++position) {
        const quint32 changed = changedColumns[std::size_t(m_order[std::size_t(position)])];
        if (changed == 0)
            continue;
        if (!runs.empty() && runs.back().columns == changed && runs.back().rows.last == position - 1)
            runs.back().rows.last = position;
        else
            runs.push_back({{position, position}, changed});
    }
    if (runs.size() > mostRuns)
        runs = {unionOf(runs)};
    for (const Run &run : runs) {
        for (int column = 0; column < COLUMN_COUNT; ++column) {
            if (!(run.columns >> column & 1U))
                continue;
            const int first = column;
            while (column + 1 < COLUMN_COUNT && (run.columns >> (column + 1) & 1U))
                ++column;
            Q_EMIT dataChanged(index(run.rows.first, first), index(run.rows.last, column),
                               {Qt::DisplayRole, Qt::ToolTipRole});
        }
    }
}

void ClientsModel::append(const std::vector<int> &indexes)
{
    const auto count = int(m_order.size());
    beginInsertRows({}, count, count + int(indexes.size()) - 1);
    m_order.insert(m_order.end(), indexes.begin(), indexes.end());
    endInsertRows();
}

void ClientsModel::restoreOrder()
{
    std::vector<int> order = m_order;
    if (m_sorting.sort(&order, m_rows))
        rearrange(std::move(order));
}

void ClientsModel::rearrange(std::vector<int> order)
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    std::vector<int> positions(std::size_t(m_rows.size()));
    for (int position = 0; position < int(order.size()); ++position)
        positions[std::size_t(order[std::size_t(position)])] = position;
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &old : before)
        after.append(index(positions[std::size_t(m_order[std::size_t(old.row())])], old.column()));
    m_order = std::move(order);
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

} // namespace ticker

#include "moc_clients_model.cpp"
