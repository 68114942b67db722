// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "activity/activity_text.h"

#include <QSortFilterProxyModel>

#include <optional>

namespace ticker {

class ActivityModel;

/// The lines of the activity log that a person wants to see. Main thread; owned by its parent.
class ActivityFilter final : public QSortFilterProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActivityFilter)

public:
    /// The model outlives it.
    explicit ActivityFilter(ActivityModel *model, QObject *parent = nullptr);

    /// Empty: any.
    void setText(const QString &text);
    /// Nothing: any.
    void setGroup(std::optional<ActivityText::Group> group);
    /// By ClientRow::id; 0: whomever it is about.
    void setClient(quint64 client);
    [[nodiscard]] bool isActive() const { return !m_text.isEmpty() || m_group || m_client != 0; }

    /// Of a row here.
    [[nodiscard]] const Activity &line(int row) const;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    ActivityModel *m_model;
    QString m_text;
    std::optional<ActivityText::Group> m_group;
    quint64 m_client = 0;
};

} // namespace ticker
