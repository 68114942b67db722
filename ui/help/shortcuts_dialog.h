// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QTreeWidget;

namespace ticker {

/// The shortcuts of a window, told by its own actions, menu by menu. Main thread; owned by the window, deletes itself when
/// it is closed.
class ShortcutsDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ShortcutsDialog)

public:
    explicit ShortcutsDialog(QWidget *window);

private:
    void list(const QWidget &window);

    QTreeWidget *m_list = nullptr;
};

} // namespace ticker
