// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/columns_menu.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>
#include <QTableView>

namespace ticker::columnsMenu {

void fill(QMenu *menu, QTableView *table, int fixedColumn)
{
    const QAbstractItemModel *model = table->model();
    for (int column = fixedColumn + 1; column < model->columnCount(); ++column) {
        QAction *action = menu->addAction(model->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!table->isColumnHidden(column));
        QObject::connect(action, &QAction::toggled, table,
                         [table, column](bool shown) { table->setColumnHidden(column, !shown); });
    }
}

void popUp(QTableView *table, int fixedColumn, const QPoint &position)
{
    auto *menu = new QMenu(table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fill(menu, table, fixedColumn);
    menu->popup(table->horizontalHeader()->mapToGlobal(position));
}

} // namespace ticker::columnsMenu
