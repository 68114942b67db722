// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QHeaderView;

/// The titles of a table that can be sorted: a section has room for its title, and for the arrow while the table is sorted by
/// it, in every language.
namespace ticker::headerTitles {

/// From now on no section is narrower than that, whatever a person, a language or the menu of the columns does.
void keepReadable(QHeaderView *header);
/// Those that are too narrow, such as after a stored state was restored.
void widen(QHeaderView *header);

} // namespace ticker::headerTitles
