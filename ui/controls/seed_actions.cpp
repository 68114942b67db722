// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/seed_actions.h"

#include "controls/seed_dialog.h"
#include "controls/seed_text.h"
#include "widgets/plain_text.h"

#include <QAction>
#include <QKeySequence>
#include <QMenu>
#include <QWidget>

namespace ticker {

SeedActions::SeedActions(QWidget *window)
    : QObject(window), m_window(window), m_dialog(new SeedDialog(window)),
      m_set(makeAction(QStringLiteral("setSeedAction"), tr("Set s&eed…"), Qt::CTRL | Qt::Key_E)),
      m_renew(makeAction(QStringLiteral("newSeedAction"), tr("&New seed"), Qt::CTRL | Qt::SHIFT | Qt::Key_N))
{
    connect(m_set, &QAction::triggered, this, [this] { m_dialog->ask(m_seed); });
    connect(m_renew, &QAction::triggered, this, [this] { Q_EMIT seedChosen(seed_text::random()); });
    connect(m_dialog, &SeedDialog::seedChosen, this, &SeedActions::seedChosen);
    setAvailable(false);
}

QAction *SeedActions::makeAction(const QString &name, const QString &text, const QKeySequence &shortcut)
{
    auto *action = new QAction(text, m_window);
    action->setObjectName(name);
    action->setShortcut(shortcut);
    return action;
}

void SeedActions::addTo(QMenu *menu)
{
    menu->addActions({m_set, m_renew});
}

void SeedActions::setAvailable(bool available, const QString &whyNot)
{
    for (QAction *action : {m_set, m_renew}) {
        action->setEnabled(available);
        //: The tool tip of a button, with its shortcut.
        const QString usual = tr("The same seed gives the same prices. Setting a seed restarts them. (%1)")
                                  .arg(action->shortcut().toString(QKeySequence::NativeText));
        action->setToolTip(plainToolTip(whyNot.isEmpty() ? usual : whyNot));
    }
    if (!available)
        closeDialog();
}

void SeedActions::closeDialog()
{
    m_dialog->reject();
}

} // namespace ticker

#include "moc_seed_actions.cpp"
