// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace ticker {

/// Opens the box that tells the name, version and licence; it deletes itself when closed.
void openAboutBox(QWidget *parent);

} // namespace ticker
