// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market_samples.h"
#include "prices_page.h"
#include "table/prices_model.h"

#include <QLabel>
#include <QTableView>
#include <QTest>

namespace ticker::test {

/// The page with the prices, on the screen, to be looked at and used by the names of its parts.
struct PricesBench final
{
    explicit PricesBench(const MarketUpdate &update = samples::market())
    {
        page.resize(900, 500);
        page.show();
        if (!QTest::qWaitForWindowActive(&page))
            qFatal("not active");
        if (!update.instruments.isEmpty())
            page.showUpdate(update);
    }

    template<typename T>
    [[nodiscard]] T *child(const char *name) const
    {
        auto *found = page.findChild<T *>(QString::fromLatin1(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    [[nodiscard]] QTableView *table() const { return child<QTableView>("pricesTable"); }
    [[nodiscard]] QModelIndex cell(int row, int column) const { return table()->model()->index(row, column); }
    [[nodiscard]] QString text(int row, int column) const { return cell(row, column).data().toString(); }
    /// Where the box is drawn: at the left end of its cell.
    void clickBox(int row) const
    {
        const QRect rect = table()->visualRect(cell(row, PricesModel::InChart));
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, {rect.left() + 10, rect.center().y()});
    }
    [[nodiscard]] QString hint() const
    {
        const auto *label = child<QLabel>("chartHint");
        return label->isVisible() ? label->text() : QString();
    }

    PricesPage page;
};

inline QStringList symbols(std::initializer_list<const char *> names)
{
    QStringList list;
    for (const char *name : names)
        list.append(QString::fromLatin1(name));
    return list;
}

} // namespace ticker::test
