// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMenu;
class QPoint;
class QTableView;

namespace ticker {

/// What may be done with the columns of a table: each after the given one, by which a row is known, can be hidden.
namespace columnsMenu {

/// Adds a checkable entry for each of them.
void fill(QMenu *menu, QTableView *table, int fixedColumn);
/// Shows such a menu at a place in the table's header.
void popUp(QTableView *table, int fixedColumn, const QPoint &position);

} // namespace columnsMenu

} // namespace ticker
