// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabWidget>

class QMenu;

namespace ticker {

/// The pages of the window: who is connected, and whatever the application adds. Each is chosen by its tab, by a menu's
/// entry, or by Ctrl and its number. Main thread; owned by its parent.
class ViewTabs final : public QTabWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ViewTabs)

public:
    explicit ViewTabs(QWidget *parent = nullptr);

    /// The menu that gets an entry for each page, in front of what else is in it. To be called before add().
    void setMenu(QMenu *menu);
    /// Takes the page over. Its objectName is what nameOfCurrent() tells; its entry has that name and "Action".
    void add(QWidget *view, const QString &title);

    [[nodiscard]] QString nameOfCurrent() const;
    /// Nothing happens where there is no page of that name.
    void showNamed(const QString &name);

private:
    QMenu *m_menu = nullptr;
    QAction *m_end = nullptr; ///< Where the entries for pages end.
};

} // namespace ticker
