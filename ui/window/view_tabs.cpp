// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/view_tabs.h"

#include <QMenu>

namespace ticker {

ViewTabs::ViewTabs(QWidget *parent) : QTabWidget(parent)
{
    setObjectName(QStringLiteral("views"));
    setDocumentMode(true);
    setTabBarAutoHide(true);
    setFocusPolicy(Qt::NoFocus);
}

void ViewTabs::setMenu(QMenu *menu)
{
    m_menu = menu;
    m_end = menu->addSeparator();
}

void ViewTabs::add(QWidget *view, const QString &title)
{
    Q_ASSERT(m_menu && !view->objectName().isEmpty());
    const int number = addTab(view, title) + 1;
    // Who gets to it by the Tab key would not leave it again while the bar, to which it hands on the focus, is hidden.
    setFocusPolicy(number > 1 ? Qt::TabFocus : Qt::NoFocus);
    auto *show = new QAction(title, this);
    show->setObjectName(view->objectName() + QStringLiteral("Action"));
    show->setShortcut(QKeyCombination(Qt::ControlModifier, static_cast<Qt::Key>(Qt::Key_0 + number)));
    connect(show, &QAction::triggered, this, [this, view] { setCurrentWidget(view); });
    m_menu->insertAction(m_end, show);
}

QString ViewTabs::nameOfCurrent() const
{
    return currentWidget() ? currentWidget()->objectName() : QString();
}

void ViewTabs::showNamed(const QString &name)
{
    for (int i = 0; i < count(); ++i) {
        if (widget(i)->objectName() == name)
            setCurrentIndex(i);
    }
}

} // namespace ticker

#include "moc_view_tabs.cpp"
