// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/prices_order.h"

#include "table/prices_model.h"

#include <algorithm>

namespace ticker {

PricesOrder::PricesOrder(PricesModel *model, QObject *parent) : QSortFilterProxyModel(parent), m_model(model)
{
    setSourceModel(model);
}

void PricesOrder::setFilter(const QString &text)
{
    m_words = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

bool PricesOrder::filterAcceptsRow(int row, const QModelIndex & /*parent*/) const
{
    const InstrumentInfo &info = m_model->row(row).info;
    return std::ranges::all_of(m_words, [&info](const QString &word) {
        return info.symbol.contains(word, Qt::CaseInsensitive) || info.name.contains(word, Qt::CaseInsensitive);
    });
}

bool PricesOrder::lessThan(const QModelIndex &one, const QModelIndex &other) const
{
    const int column = one.column();
    const PriceRow &first = m_model->row(one.row());
    const PriceRow &second = m_model->row(other.row());
    if (PriceCells::isNumeric(column))
        return PriceCells::number(first, column) < PriceCells::number(second, column);
    if (column == PricesModel::InChart)
        return one.data(PricesModel::PlaceRole).toInt() > other.data(PricesModel::PlaceRole).toInt();
    return QString::compare(PriceCells::display(first, column), PriceCells::display(second, column),
                            Qt::CaseInsensitive)
        < 0;
}

} // namespace ticker

#include "moc_prices_order.cpp"
