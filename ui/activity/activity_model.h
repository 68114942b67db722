// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client_values/activity.h"

#include <QAbstractTableModel>

#include <deque>

namespace ticker {

/// The newest lines of the activity log, oldest first, and at most so many. Main thread; owned by its parent.
class ActivityModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActivityModel)

public:
    enum Column : quint8 { Time, What, Peer, Details, COLUMN_COUNT };
    static constexpr qsizetype mostLines = 5000;

    explicit ActivityModel(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

    [[nodiscard]] const Activity &line(int row) const { return m_lines[std::size_t(row)].activity; }
    /// Whether any cell of it but the time contains the text, in whatever case.
    [[nodiscard]] bool matches(int row, const QString &text) const;

public Q_SLOTS:
    /// The oldest give way.
    void append(const ticker::Activities &lines);
    void clear();

private:
    /// With its words, which are looked for at each change of the filter.
    struct Line final
    {
        explicit Line(Activity what);

        Activity activity;
        QString peer;
        QString details;
    };

    std::deque<Line> m_lines;
};

} // namespace ticker
