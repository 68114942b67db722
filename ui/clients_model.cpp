// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clients_model.h"

#include "client_cells.h"

#include <algorithm>
#include <utility>

namespace ticker {

namespace {

/// Above so many separate ranges, telling each costs views more than one change of layout.
constexpr qsizetype mostRanges = 32;
/// Above so many differing runs of changed cells, one signal over all of them is cheaper for views.
constexpr qsizetype mostRuns = 256;

struct Range final
{
    int first = 0;
    int last = 0;
};

/// The ranges of @p of whose ids are not in @p other.
QList<Range> rangesMissingIn(const QList<ClientRow> &of, const QList<ClientRow> &other)
{
    QList<Range> ranges;
    auto candidate = other.cbegin();
    for (int row = 0; row < of.size(); ++row) {
        while (candidate != other.cend() && candidate->id < of.at(row).id)
            ++candidate;
        if (candidate != other.cend() && candidate->id == of.at(row).id)
            continue;
        if (!ranges.isEmpty() && ranges.last().last == row - 1)
            ranges.last().last = row;
        else
            ranges.append({row, row});
    }
    return ranges;
}

/// Consecutive rows in which the same columns changed.
struct Run final
{
    Range rows;
    quint32 columns = 0;
};

Run unionOf(const QList<Run> &runs)
{
    Run all{{runs.first().rows.first, runs.last().rows.last}, 0};
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
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ClientsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : COLUMN_COUNT;
}

QVariant ClientsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ClientRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return ClientCells::display(row, index.column());
    case Qt::ToolTipRole:
        return ClientCells::toolTip(row, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter)
                                   | (ClientCells::isNumeric(index.column()) ? Qt::AlignRight : Qt::AlignLeft));
    case SortRole:
        return ClientCells::sortKey(row, index.column());
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

void ClientsModel::setRows(const QList<ClientRow> &rows)
{
    Q_ASSERT(isSorted(rows));
    removeAllBut(rows);
    insertNew(rows);
    updateChanged(rows);
}

void ClientsModel::removeAllBut(const QList<ClientRow> &rows)
{
    QList<Range> gone = rangesMissingIn(m_rows, rows);
    if (gone.size() > mostRanges) {
        // Bring the leaving rows together at the end first, so that one removal does.
        QList<int> kept;
        QList<int> leaving;
        auto range = gone.cbegin();
        for (int row = 0; row < m_rows.size(); ++row) {
            if (range != gone.cend() && row > range->last)
                ++range;
            const bool leaves = range != gone.cend() && row >= range->first;
            (leaves ? leaving : kept).append(row);
        }
        const int firstGone = int(kept.size());
        rearrange(kept + leaving);
        gone = {{firstGone, int(m_rows.size()) - 1}};
    }
    for (auto range = gone.crbegin(); range != gone.crend(); ++range) {
        beginRemoveRows({}, range->first, range->last);
        m_rows.remove(range->first, range->last - range->first + 1);
        endRemoveRows();
    }
}

void ClientsModel::insertNew(const QList<ClientRow> &rows)
{
    const QList<Range> fresh = rangesMissingIn(rows, m_rows);
    if (fresh.size() <= mostRanges) {
        for (const Range &range : fresh) {
            beginInsertRows({}, range.first, range.last);
            m_rows.insert(range.first, range.last - range.first + 1, ClientRow());
            std::copy(rows.cbegin() + range.first, rows.cbegin() + range.last + 1, m_rows.begin() + range.first);
            endInsertRows();
        }
        return;
    }
    // One insertion at the end, then into the order of the ids.
    const int oldCount = int(m_rows.size());
    beginInsertRows({}, oldCount, int(rows.size()) - 1);
    for (const Range &range : fresh)
        m_rows.append(rows.mid(range.first, range.last - range.first + 1));
    endInsertRows();
    QList<int> order(m_rows.size());
    for (int row = 0, old = 0, added = oldCount; row < order.size(); ++row)
        order[row] = (old < oldCount && m_rows.at(old).id == rows.at(row).id) ? old++ : added++;
    rearrange(order);
}

void ClientsModel::updateChanged(const QList<ClientRow> &rows)
{
    Q_ASSERT(rows.size() == m_rows.size());
    QList<Run> runs;
    for (int row = 0; row < rows.size(); ++row) {
        const quint32 changed = ClientCells::changedColumns(m_rows.at(row), rows.at(row));
        if (changed == 0)
            continue;
        if (!runs.isEmpty() && runs.last().columns == changed && runs.last().rows.last == row - 1)
            runs.last().rows.last = row;
        else
            runs.append({{row, row}, changed});
    }
    m_rows = rows; // shared, not copied
    if (runs.size() > mostRuns)
        runs = {unionOf(runs)};
    for (const Run &run : std::as_const(runs)) {
        for (int column = 0; column < COLUMN_COUNT; ++column) {
            if (!(run.columns >> column & 1U))
                continue;
            const int first = column;
            while (column + 1 < COLUMN_COUNT && (run.columns >> (column + 1) & 1U))
                ++column;
            Q_EMIT dataChanged(index(run.rows.first, first), index(run.rows.last, column),
                               {Qt::DisplayRole, Qt::ToolTipRole, SortRole});
        }
    }
}

void ClientsModel::rearrange(const QList<int> &oldRowAt)
{
    Q_EMIT layoutAboutToBeChanged();
    QList<int> newRowOf(oldRowAt.size());
    QList<ClientRow> rows;
    rows.reserve(oldRowAt.size());
    for (int row = 0; row < oldRowAt.size(); ++row) {
        newRowOf[oldRowAt.at(row)] = row;
        rows.append(m_rows.at(oldRowAt.at(row)));
    }
    m_rows = rows;
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &old : before)
        after.append(index(newRowOf.at(old.row()), old.column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

} // namespace ticker
