// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client_row.h"

#include <QAbstractTableModel>
#include <QList>

namespace ticker {

/// The connected clients as a table. Main thread; owned by its parent. A new snapshot becomes the least that views
/// must be told: removed and inserted ranges and changed columns, so selection, scroll position and sorting survive.
/// Rows stand in the order of their ids; views sort by a proxy on SortRole.
class ClientsModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClientsModel)

public:
    enum Column : quint8 {
        Address,
        Transport,
        UserAgent,
        ConnectedFor,
        TicksSent,
        Bytes,
        Unsent,
        Events,
        COLUMN_COUNT
    };
    enum Role : int {
        SortRole = Qt::UserRole, ///< The raw value: a number or a text.
        IdRole,                  ///< ClientRow::id
    };

    explicit ClientsModel(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

    [[nodiscard]] const QList<ClientRow> &rows() const { return m_rows; }

public Q_SLOTS:
    /// REQUIRES: @p rows sorted by id, no id twice. Linear in the number of rows.
    void setRows(const QList<ticker::ClientRow> &rows);

private:
    void removeAllBut(const QList<ClientRow> &rows);
    void insertNew(const QList<ClientRow> &rows);
    void updateChanged(const QList<ClientRow> &rows);
    void rearrange(const QList<int> &oldRowAt);

    QList<ClientRow> m_rows;
};

} // namespace ticker
