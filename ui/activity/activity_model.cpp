// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity/activity_model.h"

#include "activity/activity_text.h"
#include "widgets/plain_text.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace ticker {

ActivityModel::Line::Line(Activity what)
    : activity(std::move(what)), peer(plainText(ActivityText::peer(activity))),
      details(plainText(ActivityText::details(activity)))
{
}

ActivityModel::ActivityModel(QObject *parent) : QAbstractTableModel(parent) { }

int ActivityModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int ActivityModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : COLUMN_COUNT;
}

QVariant ActivityModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Line &line = m_lines[std::size_t(index.row())];
    const bool isToolTip = role == Qt::ToolTipRole;
    if (role != Qt::DisplayRole && !isToolTip)
        return {};
    switch (index.column()) {
    case Time:
        return isToolTip ? QLocale().toString(QDateTime::fromMSecsSinceEpoch(line.activity.timeMs), QLocale::LongFormat)
                         : ActivityText::time(line.activity);
    case What:
        return ActivityText::title(line.activity.kind);
    case Peer:
        return line.peer;
    default:
        return isToolTip ? wrappedToolTip(line.details) : line.details;
    }
}

QVariant ActivityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= COLUMN_COUNT)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter | Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case What:
        return tr("Event");
    case Peer:
        return tr("Client");
    default:
        return tr("Details");
    }
}

bool ActivityModel::matches(int row, const QString &text) const
{
    const Line &line = m_lines[std::size_t(row)];
    return line.details.contains(text, Qt::CaseInsensitive) || line.peer.contains(text, Qt::CaseInsensitive)
        || ActivityText::title(line.activity.kind).contains(text, Qt::CaseInsensitive);
}

void ActivityModel::append(const Activities &lines)
{
    const qsizetype taken = std::min(lines.size(), mostLines);
    const auto old = qsizetype(m_lines.size());
    if (const qsizetype gone = old + taken - mostLines; gone > 0) {
        beginRemoveRows({}, 0, int(gone) - 1);
        m_lines.erase(m_lines.begin(), m_lines.begin() + gone);
        endRemoveRows();
    }
    if (taken == 0)
        return;
    const int first = int(m_lines.size());
    beginInsertRows({}, first, first + int(taken) - 1);
    for (const Activity &line : lines.last(taken))
        m_lines.emplace_back(line);
    endInsertRows();
}

void ActivityModel::clear()
{
    beginResetModel();
    m_lines.clear();
    endResetModel();
}

} // namespace ticker

#include "moc_activity_model.cpp"
