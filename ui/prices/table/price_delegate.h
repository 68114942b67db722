// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace ticker {

/// The colours of the cells: of what rose and fell, of a flash, and the line that an instrument has in the chart. Main thread;
/// owned by its parent.
class PriceDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Else rising prices are green, and falling ones red. Whoever shows the cells draws them again.
    void setRisingIsRed(bool isRed) { m_risingIsRed = isRed; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    /// For the colours' functions, which know the way of most countries alone.
    [[nodiscard]] int coloured(int direction) const { return m_risingIsRed ? -direction : direction; }

    bool m_risingIsRed = false;
};

} // namespace ticker
