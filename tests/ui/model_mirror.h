// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clients/client_cells.h"
#include "clients/clients_model.h"

#include <QObject>
#include <QStringList>

namespace ticker {

/// What a view would show that believes the model's signals and reads only what they name.
class ModelMirror final : public QObject
{
    Q_DISABLE_COPY_MOVE(ModelMirror)

public:
    explicit ModelMirror(const ClientsModel *model) : m_model(model)
    {
        connect(model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
            for (int row = first; row <= last; ++row)
                m_rows.insert(row, read(row));
        });
        connect(model, &QAbstractItemModel::rowsRemoved, this,
                [this](const QModelIndex &, int first, int last) { m_rows.remove(first, last - first + 1); });
        connect(model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &from, const QModelIndex &to) {
            for (int row = from.row(); row <= to.row(); ++row) {
                for (int column = from.column(); column <= to.column(); ++column)
                    m_rows[row][column] = m_model->index(row, column).data().toString();
            }
        });
        connect(model, &QAbstractItemModel::layoutChanged, this, [this] {
            for (int row = 0; row < m_rows.size(); ++row)
                m_rows[row] = read(row);
        });
    }

    [[nodiscard]] const QList<QStringList> &rows() const { return m_rows; }

private:
    [[nodiscard]] QStringList read(int row) const
    {
        QStringList cells;
        for (int column = 0; column < ClientsModel::COLUMN_COUNT; ++column)
            cells.append(m_model->index(row, column).data().toString());
        return cells;
    }

    const ClientsModel *m_model;
    QList<QStringList> m_rows;
};

/// What is to be shown.
inline QList<QStringList> textsOf(const QList<ClientRow> &rows)
{
    QList<QStringList> all;
    for (const ClientRow &row : rows) {
        QStringList cells;
        for (int column = 0; column < ClientsModel::COLUMN_COUNT; ++column)
            cells.append(ClientCells::display(row, column));
        all.append(cells);
    }
    return all;
}

} // namespace ticker
