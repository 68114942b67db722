// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client_values/client_row.h"
#include "clients/client_columns.h"
#include "clients/client_order.h"

#include <QAbstractTableModel>
#include <QList>

#include <vector>

namespace ticker {

struct ClientsDifference;

/// The connected clients as a table. Main thread; owned by its parent. A new snapshot becomes the little that views
/// must be told: removed and inserted ranges and changed columns, so selection, scroll position and sorting survive.
/// Sorts itself, because a proxy would compare cells as variants, ten times a second.
class ClientsModel final : public QAbstractTableModel, public ClientColumns
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClientsModel)

public:
    enum Role : int {
        IdRole = Qt::UserRole, ///< ClientRow::id
    };

    explicit ClientsModel(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

    /// By a Column, and so from now on; by -1 as they came. Equals stand as they came.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    [[nodiscard]] const ClientRow &client(int row) const { return rowAt(row); }
    /// As the last snapshot had them: sorted by id.
    [[nodiscard]] const QList<ClientRow> &rows() const { return m_rows; }

public Q_SLOTS:
    /// REQUIRES: @p rows sorted by id, no id twice. Linear in the number of rows, but for those that change places.
    void setRows(const QList<ticker::ClientRow> &rows);

private:
    [[nodiscard]] const ClientRow &rowAt(int position) const { return m_rows.at(m_order[std::size_t(position)]); }
    void removeGone(const ClientsDifference &difference);
    void replaceRows(const QList<ClientRow> &rows, const ClientsDifference &difference);
    void tellChanges(const std::vector<quint32> &changedColumns);
    void append(const std::vector<int> &indexes);
    void restoreOrder();
    void rearrange(std::vector<int> order);

    QList<ClientRow> m_rows;
    std::vector<int> m_order; ///< For each row of the table an index of m_rows.
    ClientOrder m_sorting;
};

} // namespace ticker
