// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity/activity_filter.h"

#include "activity/activity_model.h"

namespace ticker {

ActivityFilter::ActivityFilter(ActivityModel *model, QObject *parent) : QSortFilterProxyModel(parent), m_model(model)
{
    setSourceModel(model);
}

void ActivityFilter::setText(const QString &text)
{
    if (m_text == text)
        return;
    m_text = text;
    invalidateFilter();
}

void ActivityFilter::setGroup(std::optional<ActivityText::Group> group)
{
    if (m_group == group)
        return;
    m_group = group;
    invalidateFilter();
}

void ActivityFilter::setClient(quint64 client)
{
    if (m_client == client)
        return;
    m_client = client;
    invalidateFilter();
}

const Activity &ActivityFilter::line(int row) const
{
    return m_model->line(mapToSource(index(row, 0)).row());
}

bool ActivityFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    const Activity &line = m_model->line(row);
    if (m_client != 0 && line.client != m_client)
        return false;
    if (m_group && ActivityText::groupOf(line.kind) != *m_group)
        return false;
    return m_text.isEmpty() || m_model->matches(row, m_text);
}

} // namespace ticker

#include "moc_activity_filter.cpp"
