// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "help/shortcuts_dialog.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMenu>
#include <QMenuBar>
#include <QSet>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace ticker {

namespace {

constexpr QSize defaultSize{460, 480};

/// Without mnemonic and dots.
QString withoutMnemonic(QString text)
{
    text.replace(QStringLiteral("&&"), QStringLiteral("\x01")).remove(QLatin1Char('&'));
    text.replace(QLatin1Char('\x01'), QLatin1Char('&'));
    while (text.endsWith(QStringLiteral("…")))
        text.chop(1);
    return text;
}

} // namespace

ShortcutsDialog::ShortcutsDialog(QWidget *window) : QDialog(window)
{
    setObjectName(QStringLiteral("shortcutsDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keyboard shortcuts"));
    m_list = new QTreeWidget(this);
    m_list->setObjectName(QStringLiteral("shortcutsList"));
    m_list->setAccessibleName(tr("Keyboard shortcuts"));
    m_list->setHeaderLabels({tr("Action"), tr("Shortcut")});
    m_list->setRootIsDecorated(false);
    m_list->setItemsExpandable(false);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list(*window);
    m_list->expandAll();
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->header()->setStretchLastSection(false);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &ShortcutsDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_list);
    layout->addWidget(buttons);
    resize(defaultSize);
}

void ShortcutsDialog::list(const QWidget &window)
{
    QSet<const QAction *> listed;
    const auto add = [&](QTreeWidgetItem *group, const QAction *action) {
        if (action->shortcut().isEmpty() || listed.contains(action))
            return;
        listed.insert(action);
        auto *line = new QTreeWidgetItem(
            group, {withoutMnemonic(action->text()), action->shortcut().toString(QKeySequence::NativeText)});
        line->setData(0, Qt::AccessibleTextRole, line->text(0) + QStringLiteral(", ") + line->text(1));
    };
    const auto addGroup = [&](const QString &title, const QList<QAction *> &actions) {
        auto *group = new QTreeWidgetItem({title, {}});
        QFont bold = m_list->font();
        bold.setBold(true);
        group->setFont(0, bold);
        for (const QAction *action : actions)
            add(group, action);
        if (group->childCount() == 0)
            delete group;
        else
            m_list->addTopLevelItem(group);
    };
    if (const auto *bar = window.findChild<QMenuBar *>(QString(), Qt::FindDirectChildrenOnly)) {
        for (const QAction *menu : bar->actions()) {
            if (menu->menu())
                addGroup(withoutMnemonic(menu->text()),
                         menu->menu()->findChildren<QAction *>() + menu->menu()->actions());
        }
    }
    addGroup(tr("Other"), window.findChildren<QAction *>());
}

} // namespace ticker

#include "moc_shortcuts_dialog.cpp"
