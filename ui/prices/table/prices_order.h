// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace ticker {

class PricesModel;

/// The instruments whose symbol or name has the words that were typed, sorted by a column. Main thread; owned by its parent.
class PricesOrder final : public QSortFilterProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PricesOrder)

public:
    explicit PricesOrder(PricesModel *model, QObject *parent = nullptr);

    /// Each word has to be in the symbol or the name; upper and lower case are the same.
    void setFilter(const QString &text);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &one, const QModelIndex &other) const override;

private:
    PricesModel *m_model;
    QStringList m_words;
};

} // namespace ticker
