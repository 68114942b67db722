// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/price_delegate.h"

#include "chart/chart_colours.h"
#include "table/prices_model.h"

#include <QPainter>

namespace ticker {

namespace {
constexpr int sampleWidth = 28;
constexpr int sampleGap = 4;
} // namespace

void PriceDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const int direction = index.data(PricesModel::DirectionRole).toInt();
    const bool isSelected = option->state.testFlag(QStyle::State_Selected);
    if (direction != 0 && !isSelected) // a selection has colours of its own
        option->palette.setColor(QPalette::Text, chartColours::text(coloured(direction), option->palette));
    const int flash = index.data(PricesModel::FlashRole).toInt();
    if (flash != 0 && !isSelected) {
        option->backgroundBrush = chartColours::flash(coloured(flash), option->palette);
        option->palette.setColor(QPalette::Text, chartColours::text(coloured(flash), option->palette));
    }
}

void PriceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    if (index.column() != PricesModel::InChart)
        return;
    const int place = index.data(PricesModel::PlaceRole).toInt();
    if (place < 0)
        return;
    painter->save();
    painter->setPen(chartColours::line(place, option.palette));
    const int right = option.rect.right() - sampleGap;
    const int y = option.rect.center().y();
    painter->drawLine(right - sampleWidth, y, right, y);
    painter->restore();
}

} // namespace ticker

#include "moc_price_delegate.cpp"
